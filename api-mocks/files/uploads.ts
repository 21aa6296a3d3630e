import { randomUUID } from 'node:crypto';

import type { Context } from 'hono';
import * as v from 'valibot';

import { FILE_MAX_BYTES } from '../../widgets/contract/forms/schemas.ts';
import type { UPLOAD_OPERATIONS } from '../../widgets/contract/uploads/operations.ts';
import { UploadSchema } from '../../widgets/contract/values/schemas.ts';
import type { HandlersOf } from '../http/api.ts';
import { ipAddressOf } from '../http/rate-limiter.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { keyedHash, seal, type KeyContext } from '../store/sealing.ts';
import { TUS_VERSION, type TusContext } from './tus.ts';
import type { UploadFolderContext } from './upload-files.ts';
import { deleteUpload, requireUpload, uploadRecordOf, type UploadRow } from './upload-rows.ts';
import type { UploadRequest } from './upload-store.ts';

/** Files that one address may have on their way: a public access point has one address, and many who sit there. */
const MAX_UNFINISHED = 50;

type UploadsContext = DatabaseContext & KeyContext & WallClockContext & UploadFolderContext & TusContext;

/** Files on their way to an application, by tus. Whoever knows the address of one may send it, but no other citizen. */
export const uploadHandlers: HandlersOf<typeof UPLOAD_OPERATIONS, UploadsContext> = {
  async createUpload({ c, headers, citizen }, context) {
    checkTusVersion(headers);
    checkMediaType(c, [undefined, CHUNK_MEDIA_TYPE]);
    if (headers['Upload-Length'] > FILE_MAX_BYTES)
      throw new HttpProblem('too-large', { headers: { 'Tus-Max-Size': String(FILE_MAX_BYTES) } });
    const id = randomUUID();
    const sealed = seal(context.key, nameIn(headers['Upload-Metadata']));
    const begun = { sealed, sender: limitedSenderOf(context, c) };
    const checksum = checksumIn(headers['Upload-Checksum']);
    try {
      const answer = await context.handleTus(c.req.raw, { id, citizen, checksum, newUpload: begun });
      const location = answer.headers.get('Location') ?? '';
      return { status: 201, headers: { ...progressHeadersOf(answer.row), Location: location } };
    } catch (error) {
      // Nobody will know its address.
      await deleteUpload(context, id);
      throw error;
    }
  },
  async findUploadOffset({ c, params: { id }, headers, citizen }, { handleTus }) {
    checkTusVersion(headers);
    const answer = await handleTus(c.req.raw, { id, citizen });
    return {
      status: 200,
      headers: {
        ...progressHeadersOf(answer.row),
        'Upload-Length': answer.headers.get('Upload-Length') ?? '',
        'Upload-Metadata': answer.headers.get('Upload-Metadata') ?? '',
      },
    };
  },
  getUpload: ({ params: { id }, citizen }, context) => ({
    status: 200,
    body: uploadRecordOf(context, requireUpload(context, id, citizen)),
  }),
  async appendUpload({ c, params: { id }, headers, citizen }, { handleTus }) {
    checkTusVersion(headers);
    checkMediaType(c, [CHUNK_MEDIA_TYPE]);
    const checksum = checksumIn(headers['Upload-Checksum']);
    const { row } = await handleTus(c.req.raw, { id, citizen, checksum });
    return { status: 204, headers: progressHeadersOf(row) };
  },
  async deleteUpload({ c, params: { id }, headers, citizen }, { handleTus }) {
    checkTusVersion(headers);
    await handleTus(c.req.raw, { id, citizen });
    return { status: 204, headers: { 'Tus-Resumable': TUS_VERSION } };
  },
};

const CHUNK_MEDIA_TYPE = 'application/offset+octet-stream';

function checkTusVersion(headers: { 'Tus-Resumable'?: string | undefined }): void {
  if (headers['Tus-Resumable'] !== TUS_VERSION)
    throw new HttpProblem('tus-version', { headers: { 'Tus-Version': TUS_VERSION } });
}

function checkMediaType(c: Context, known: (string | undefined)[]): void {
  if (!known.includes(c.req.header('Content-Type'))) throw new HttpProblem('media-type');
}

/** How far a file has come, and how long it is kept. */
const progressHeadersOf = ({ received, keptUntil }: UploadRow) => ({
  'Tus-Resumable': TUS_VERSION,
  'Upload-Offset': String(received),
  'Upload-Expires': new Date(keptUntil).toUTCString(),
});

/** The address that sends, unreadable. Refuses one that has too many files on their way. */
function limitedSenderOf(
  { db, key, wallNow }: DatabaseContext & KeyContext & WallClockContext,
  c: Context,
): string {
  const sender = keyedHash(key, `sender ${ipAddressOf(c)}`).toString('base64url');
  const row = db
    .prepare('SELECT count(*) AS count FROM uploads WHERE sender = ? AND keptUntil > ?')
    .get(sender, wallNow().toISOString());
  if (Number(row?.['count']) < MAX_UNFINISHED) return sender;
  throw new HttpProblem('too-many-tries', { retryAfter: 600 });
}

/** The file's name for people: never part of a path. */
function nameIn(metadata: string): string {
  const [, encoded] = /(?:^|,)\s*filename ([A-Za-z0-9+/]+={0,2})\s*(?:,|$)/.exec(metadata) ?? [];
  const name = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim();
  if (!v.is(UploadSchema.entries.name, name)) throw new HttpProblem('malformed');
  return name;
}

function checksumIn(header: string | undefined): UploadRequest['checksum'] {
  const [algorithm, value] = header?.split(' ') ?? [];
  return algorithm && value ? { algorithm, value } : undefined;
}
