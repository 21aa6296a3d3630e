import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { Hono } from 'hono';
import * as v from 'valibot';

import { FILE_MAX_BYTES, FILE_TYPES } from '../widgets/contract/form.ts';
import { UploadSchema, type Upload } from '../widgets/contract/values.ts';
import { insert } from './database.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from './sandbox.ts';

const TUS = '1.0.0';

/** `POST /v1/uploads`: tus 1.0, creation with upload, all of the file in one request. https://tus.io/protocols/resumable-upload */
export const uploads = ({ db, uploads: folder, now }: Sandbox) =>
  new Hono().post('/', async (c) => {
    if (c.req.header('Tus-Resumable') !== TUS)
      throw new Refusal('tus-version', { headers: { 'Tus-Version': TUS } });
    if (c.req.header('Content-Type') !== 'application/offset+octet-stream') throw new Refusal('media-type');
    const size = sizeOf(c.req.header('Upload-Length') ?? '');
    const name = nameOf(c.req.header('Upload-Metadata') ?? '');
    const id = randomUUID();
    const path = join(folder, id);
    try {
      const type = typeOf(await receive(c.req.raw.body, `${path}.part`, size));
      if (!type) throw new Refusal('media-type');
      await rename(`${path}.part`, path);
      const upload: Upload = { id, name, size, type };
      insert(db, 'uploads', { ...upload, storedAt: now().toISOString() });
      return c.json(upload, 201, {
        Location: `/v1/uploads/${id}`,
        'Tus-Resumable': TUS,
        'Upload-Offset': String(size),
      });
    } catch (error) {
      await Promise.all([rm(`${path}.part`, { force: true }), rm(path, { force: true })]);
      throw error;
    }
  });

function sizeOf(header: string): number {
  if (!/^[1-9]\d{0,14}$/.test(header)) throw new Refusal('malformed');
  const size = Number(header);
  if (size > FILE_MAX_BYTES)
    throw new Refusal('too-large', { headers: { 'Tus-Max-Size': String(FILE_MAX_BYTES) } });
  return size;
}

/** The file's name for people: never part of a path. */
function nameOf(metadata: string): string {
  const [, encoded] = /(?:^|,)\s*filename ([A-Za-z0-9+/]+={0,2})\s*(?:,|$)/.exec(metadata) ?? [];
  const name = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim();
  if (!v.is(UploadSchema.entries.name, name)) throw new Refusal('malformed');
  return name;
}

const HEAD = 8;

/** Writes the body into a new file; gives its first bytes. Refuses a body that is not as long as it said. */
async function receive(body: ReadableStream<Uint8Array> | null, path: string, size: number): Promise<Buffer> {
  let head = Buffer.alloc(0);
  let received = 0;
  async function* measured() {
    for await (const chunk of readable(body)) {
      received += chunk.length;
      if (received > size) throw new Refusal('malformed');
      if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD)]);
      yield chunk;
    }
  }
  await using file = await open(path, 'wx');
  await file.writeFile(measured());
  if (received !== size) throw new Refusal('malformed');
  await file.sync();
  return head;
}

/** A body that breaks off is the sender's fault, not the portal's. */
async function* readable(body: ReadableStream<Uint8Array> | null) {
  if (!body) return;
  try {
    yield* body;
  } catch (cause) {
    throw new Refusal('malformed', { cause });
  }
}

const SIGNATURES: Record<(typeof FILE_TYPES)[number], string> = {
  'image/jpeg': 'ffd8ff',
  'image/png': '89504e470d0a1a0a',
  'application/pdf': '255044462d',
};

/** The media type by the first bytes; what the sender calls the file does not count. */
const typeOf = (head: Buffer) => FILE_TYPES.find((type) => head.toString('hex').startsWith(SIGNATURES[type]));
