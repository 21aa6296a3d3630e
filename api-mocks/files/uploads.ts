import { randomUUID } from 'node:crypto';

import type { Context } from 'hono';
import * as v from 'valibot';

import { FILE_MAX_BYTES } from '../../widgets/contract/forms/schemas.ts';
import type { UPLOADS } from '../../widgets/contract/uploads/operations.ts';
import { UploadSchema } from '../../widgets/contract/values/schemas.ts';
import type { HandlersOf } from '../http/api.ts';
import { addressOf } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { keyed, seal, type KeyContext } from '../store/sealed.ts';
import { TUS, type TusContext } from './tus.ts';
import type { FolderContext } from './upload-files.ts';
import { deleteUpload, findUpload, recordOf, type UploadRow } from './upload-rows.ts';
import type { UploadRequest } from './upload-store.ts';

/** Files that one address may have on their way: a public access point has one address, and many who sit there. */
const MOST_UNFINISHED = 50;

type UploadsContext = DatabaseContext & KeyContext & WallClockContext & FolderContext & TusContext;

/** Files on their way to an application, by tus. Whoever knows the address of one may send it, but no other citizen. */
export const uploads: HandlersOf<typeof UPLOADS, UploadsContext> = {
  async createUpload({ c, headers, citizen }, context) {
    checkTus(headers);
    checkMedia(c, [undefined, MEDIA]);
    if (headers['Upload-Length'] > FILE_MAX_BYTES)
      throw new Refusal('too-large', { headers: { 'Tus-Max-Size': String(FILE_MAX_BYTES) } });
    const id = randomUUID();
    const sealed = seal(context.key, nameIn(headers['Upload-Metadata']));
    const begun = { sealed, sender: senderOf(context, c) };
    const checksum = checksumIn(headers['Upload-Checksum']);
    try {
      const answer = await context.askTus(c.req.raw, { id, citizen, checksum, begun });
      const location = answer.headers.get('Location') ?? '';
      return { status: 201, headers: { ...progressOf(answer.row), Location: location } };
    } catch (error) {
      // Nobody will know its address.
      await deleteUpload(context, id);
      throw error;
    }
  },
  async findUploadOffset({ c, params: { id }, headers, citizen }, { askTus }) {
    checkTus(headers);
    const answer = await askTus(c.req.raw, { id, citizen });
    return {
      status: 200,
      headers: {
        ...progressOf(answer.row),
        'Upload-Length': answer.headers.get('Upload-Length') ?? '',
        'Upload-Metadata': answer.headers.get('Upload-Metadata') ?? '',
      },
    };
  },
  getUpload: ({ params: { id }, citizen }, context) => ({
    status: 200,
    body: recordOf(context, findUpload(context, id, citizen)),
  }),
  async appendUpload({ c, params: { id }, headers, citizen }, { askTus }) {
    checkTus(headers);
    checkMedia(c, [MEDIA]);
    const checksum = checksumIn(headers['Upload-Checksum']);
    const { row } = await askTus(c.req.raw, { id, citizen, checksum });
    return { status: 204, headers: progressOf(row) };
  },
  async deleteUpload({ c, params: { id }, headers, citizen }, { askTus }) {
    checkTus(headers);
    await askTus(c.req.raw, { id, citizen });
    return { status: 204, headers: { 'Tus-Resumable': TUS } };
  },
};

const MEDIA = 'application/offset+octet-stream';

function checkTus(headers: { 'Tus-Resumable'?: string | undefined }): void {
  if (headers['Tus-Resumable'] !== TUS) throw new Refusal('tus-version', { headers: { 'Tus-Version': TUS } });
}

function checkMedia(c: Context, known: (string | undefined)[]): void {
  if (!known.includes(c.req.header('Content-Type'))) throw new Refusal('media-type');
}

/** How far a file has come, and how long it is kept. */
const progressOf = ({ received, keptUntil }: UploadRow) => ({
  'Tus-Resumable': TUS,
  'Upload-Offset': String(received),
  'Upload-Expires': new Date(keptUntil).toUTCString(),
});

/** The address that sends, unreadable. Refuses one that has too many files on their way. */
function senderOf({ db, key, real }: DatabaseContext & KeyContext & WallClockContext, c: Context): string {
  const sender = keyed(key, `sender ${addressOf(c)}`).toString('base64url');
  const row = db
    .prepare('SELECT count(*) AS count FROM uploads WHERE sender = ? AND keptUntil > ?')
    .get(sender, real().toISOString());
  if (Number(row?.['count']) < MOST_UNFINISHED) return sender;
  throw new Refusal('too-many-tries', { retryAfter: 600 });
}

/** The file's name for people: never part of a path. */
function nameIn(metadata: string): string {
  const [, encoded] = /(?:^|,)\s*filename ([A-Za-z0-9+/]+={0,2})\s*(?:,|$)/.exec(metadata) ?? [];
  const name = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim();
  if (!v.is(UploadSchema.entries.name, name)) throw new Refusal('malformed');
  return name;
}

function checksumIn(header: string | undefined): UploadRequest['checksum'] {
  const [algorithm, value] = header?.split(' ') ?? [];
  return algorithm && value ? { algorithm, value } : undefined;
}
