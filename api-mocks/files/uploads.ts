import { randomUUID } from 'node:crypto';

import type { Context } from 'hono';

import { FILE_MAX_BYTES } from '../../widgets/contract/uploads/limits.ts';
import { tidyFileName } from '../../widgets/contract/uploads/file-name.ts';
import type { UPLOAD_OPERATIONS } from '../../widgets/contract/uploads/operations.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { ipAddressOf } from '../http/rate-limiter.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { keyedHash, seal, type KeyContext } from '../store/sealing.ts';
import { TUS_VERSION, type TusContext } from './tus.ts';
import type { UploadFolderContext } from './upload-files.ts';
import { deleteUpload, requireUpload, uploadRecordOf, type UploadRow } from './upload-rows.ts';
import type { UploadRequest } from './upload-store.ts';

/** One address may have this many unfinished uploads. A public library has one address for all its computers. */
const MAX_UNFINISHED = 50;

type UploadsContext = DatabaseContext & KeyContext & WallClockContext & UploadFolderContext & TusContext;

/**
 * Handlers of uploads by tus (https://tus.io/protocols/resumable-upload). A file of 5 MB on a bad connection:
 *
 * | request                                              | response                                       |
 * | ---------------------------------------------------- | ---------------------------------------------- |
 * | `POST /v1/uploads`, `Upload-Length: 5000000`         | 201, `Location: /v1/uploads/{id}`              |
 * | `PATCH`, `Upload-Offset: 0`; the connection breaks   | none                                           |
 * | `HEAD`                                               | 200, `Upload-Offset: 2000000`: so much arrived |
 * | `PATCH`, `Upload-Offset: 2000000`                    | 204, `Upload-Offset: 5000000`                  |
 * | `GET`, repeated until the scan is done               | 200, `"state":"clean"`                         |
 */
export const uploadHandlers: HandlersOf<typeof UPLOAD_OPERATIONS, UploadsContext> = {
  async createUpload({ c, headers, citizen }, context) {
    checkTusVersion(headers);
    checkMediaType(c, [undefined, CHUNK_MEDIA_TYPE]);
    if (headers['Upload-Length'] > FILE_MAX_BYTES)
      throw new HttpProblem('too-large', { headers: { 'Tus-Max-Size': String(FILE_MAX_BYTES) } });
    const id = randomUUID();
    const sealed = seal(context.key, fileNameIn(headers['Upload-Metadata']));
    const newUpload = { sealed, sender: senderWithinLimit(context, c) };
    const checksum = checksumIn(headers['Upload-Checksum']);
    try {
      const tus = await context.handleTus(c.req.raw, { id, citizen, checksum, newUpload });
      const location = tus.headers.get('Location') ?? '';
      return { status: 201, headers: { ...progressHeadersOf(tus.row), Location: location } };
    } catch (error) {
      // The sender never gets the address of this upload.
      await deleteUpload(context, id);
      throw error;
    }
  },
  async findUploadOffset({ c, params: { id }, headers, citizen }, { handleTus }) {
    checkTusVersion(headers);
    const tus = await handleTus(c.req.raw, { id, citizen });
    return {
      status: 200,
      headers: {
        ...progressHeadersOf(tus.row),
        'Upload-Length': tus.headers.get('Upload-Length') ?? '',
        'Upload-Metadata': tus.headers.get('Upload-Metadata') ?? '',
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

/** Throws 412 `tus-version` if the request speaks another version of tus. */
function checkTusVersion(headers: { 'Tus-Resumable'?: string | undefined }): void {
  if (headers['Tus-Resumable'] !== TUS_VERSION)
    throw new HttpProblem('tus-version', { headers: { 'Tus-Version': TUS_VERSION } });
}

/** Throws 415 `media-type` unless the `Content-Type` is an allowed one. `undefined` allows a request without the header. */
function checkMediaType(c: Context, allowed: (string | undefined)[]): void {
  if (!allowed.includes(c.req.header('Content-Type'))) throw new HttpProblem('media-type');
}

/** Headers that say how many bytes have arrived, and how long the upload is kept. */
const progressHeadersOf = ({ received, keptUntil }: UploadRow) => ({
  'Tus-Resumable': TUS_VERSION,
  'Upload-Offset': String(received),
  'Upload-Expires': new Date(keptUntil).toUTCString(),
});

/** A keyed hash of the sender's address. Throws 429 `too-many-tries` if the address has `MAX_UNFINISHED` uploads already. */
function senderWithinLimit(
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

/**
 * Reads the file's name from `Upload-Metadata`: pairs of a key and a value in base64, with commas between them.
 * `filename YS5qcGc=,type aQ==` gives `a.jpg`. Throws 400 `malformed` without one.
 */
function fileNameIn(metadata: string): string {
  const [, encoded] = /(?:^|,)\s*filename ([A-Za-z0-9+/]+={0,2})\s*(?:,|$)/.exec(metadata) ?? [];
  if (encoded === undefined) throw new HttpProblem('malformed');
  return tidyFileName(Buffer.from(encoded, 'base64').toString());
}

/**
 * Reads `Upload-Checksum`: `sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=`. Gives `undefined` without the header. The contract has checked
 * its form.
 */
function checksumIn(header: string | undefined): UploadRequest['checksum'] {
  const [algorithm, value] = header?.split(' ') ?? [];
  return algorithm && value ? { algorithm, value } : undefined;
}
