import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { readUpload } from '../../api-mocks/files/upload-files.ts';
import { openDatabase } from '../../api-mocks/store/database.ts';
import { readPortalKey } from '../../api-mocks/store/portal-key.ts';
import { expectStatus, valueUnlessCut, type SendRequest, type Writer } from './requests.ts';

const CHUNK_SIZE = 64 * 1024;
const TUS = { 'Tus-Resumable': '1.0.0' };

/**
 * Uploads a file in chunks until the portal is killed. Afterwards the portal has at least the bytes that it acknowledged; the upload
 * goes on from there, and the stored file has the bytes that were sent.
 */
export const writeUpload: Writer = async (ask, folder) => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3 * CHUNK_SIZE)]);
  const created = await valueUnlessCut(
    ask('/v1/uploads', {
      method: 'POST',
      headers: { ...TUS, 'Upload-Length': String(bytes.length), 'Upload-Metadata': 'filename YS5qcGc=' },
    }),
  );
  if (!created) return () => Promise.resolve();
  const path = (await expectStatus(created, 201)).headers.get('Location') ?? '';
  let offset = 0;
  const append = async (now: SendRequest): Promise<boolean> => {
    const chunk = bytes.subarray(offset, offset + CHUNK_SIZE);
    const type = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) };
    const sent = await valueUnlessCut(
      now(path, { method: 'PATCH', headers: { ...TUS, ...type }, body: chunk }),
    );
    if (sent) offset = Number((await expectStatus(sent, 204)).headers.get('Upload-Offset'));
    return sent !== undefined;
  };
  while (offset < bytes.length && (await append(ask)));
  return async (now) => {
    const head = await expectStatus(await now(path, { method: 'HEAD', headers: TUS }), 200);
    const received = Number(head.headers.get('Upload-Offset'));
    if (received < offset || received > bytes.length)
      throw new Error(`${path}: ${received} bytes of ${offset}`);
    offset = received;
    while (offset < bytes.length) if (!(await append(now))) throw new Error(`${path} cannot go on`);
    using db = openDatabase(join(folder, 'sandbox.sqlite'));
    const context = { db, uploadFolder: join(folder, 'uploads'), key: readPortalKey(db) };
    const stored = await readUpload(context, path.split('/').at(-1) ?? '');
    if (!stored.equals(bytes)) throw new Error(`${path} has other bytes`);
  };
};
