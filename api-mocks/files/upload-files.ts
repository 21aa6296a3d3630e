import { createCipheriv, type Cipheriv } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DatabaseContext } from '../store/database.ts';
import { keyedHash, type KeyContext } from '../store/sealing.ts';

/** Knows where uploads lie. */
export interface UploadFolderContext {
  /** Folder with a file for each upload, named by its id. */
  uploadFolder: string;
}

/** AES encrypts blocks of this size. The counter grows by one with each block. */
const AES_BLOCK_BYTES = 16;

/**
 * Makes a cipher that encrypts, and decrypts, the file `id` from the byte `offset` on. AES-256-CTR encrypts any part of a
 * file alone, so that chunks can be written one by one. Each file has a key of its own. Somebody who reads the disk learns
 * nothing. Somebody who writes to it could change bytes unnoticed: CTR has no tag.
 *
 * For the offset 37 the counter starts at 2, because blocks 0 and 1 are the bytes 0–31. Then 5 bytes of the key stream are
 * thrown away: those of the bytes 32–36.
 */
function cipherAt(key: Uint8Array, id: string, offset: number): Cipheriv {
  const counter = Buffer.alloc(AES_BLOCK_BYTES);
  counter.writeUInt32BE(Math.floor(offset / AES_BLOCK_BYTES), AES_BLOCK_BYTES - 4);
  const cipher = createCipheriv('aes-256-ctr', keyedHash(key, `file ${id}`), counter);
  // The key stream goes on with each byte that is encrypted, whatever the bytes are.
  cipher.update(Buffer.alloc(offset % AES_BLOCK_BYTES));
  return cipher;
}

/** The body of one request of tus: a part of the file `id` that starts at the byte `offset`. */
interface Chunk {
  id: string;
  offset: number;
  bytes: AsyncIterable<Buffer>;
}

/**
 * Writes a chunk after the first `offset` bytes of a file. Bytes that lie there already were never acknowledged, and are
 * overwritten. Gives the new length of the file, which is on the disk and not only in a cache. If the connection broke in the
 * middle, `readError` says why, and the bytes that came before are kept.
 */
export async function writeChunk(
  { uploadFolder, key }: UploadFolderContext & KeyContext,
  { id, offset, bytes }: Chunk,
): Promise<{ end: number; readError?: Error }> {
  const cipher = cipherAt(key, id, offset);
  await using file = await open(join(uploadFolder, id), constants.O_WRONLY | constants.O_APPEND);
  await file.truncate(offset);
  let end = offset;
  try {
    for await (const buffer of bytes) {
      await file.appendFile(cipher.update(buffer));
      end += buffer.length;
    }
  } catch (error) {
    await file.sync();
    return {
      end,
      readError: error instanceof Error ? error : new Error('The chunk broke off', { cause: error }),
    };
  }
  await file.sync();
  return { end };
}

/** Reads and decrypts the bytes from `start` up to `end` of a file that was written in chunks. Rejects if there is none. */
export async function readRange(
  { uploadFolder, key }: UploadFolderContext & KeyContext,
  id: string,
  [start, end]: readonly [start: number, end: number],
): Promise<Buffer> {
  await using file = await open(join(uploadFolder, id));
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return cipherAt(key, id, start).update(buffer.subarray(0, bytesRead));
}

/** Reads and decrypts a file that was written in chunks. Rejects if there is none. */
const readChunks = async (
  { uploadFolder, key }: UploadFolderContext & KeyContext,
  id: string,
): Promise<Buffer> => cipherAt(key, id, 0).update(await readFile(join(uploadFolder, id)));

/** Reads a file, whichever version of the portal has written it: the first one did not encrypt. Rejects if there is none. */
export async function readUpload(
  context: DatabaseContext & UploadFolderContext & KeyContext,
  id: string,
): Promise<Buffer> {
  const row = context.db.prepare('SELECT plain FROM uploads WHERE id = ?').get(id);
  return row?.['plain'] === 1 ? readFile(join(context.uploadFolder, id)) : readChunks(context, id);
}
