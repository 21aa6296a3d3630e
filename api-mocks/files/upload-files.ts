import { createCipheriv, type Cipheriv } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DatabaseContext } from '../store/database.ts';
import { keyedHash, type KeyContext } from '../store/sealing.ts';

export interface UploadFolderContext {
  /** Folder of the files that citizens have sent. */
  uploadFolder: string;
}

/** Bytes that one number of AES's counter stands for. */
const AES_BLOCK_BYTES = 16;

/**
 * Encrypts, and decrypts, a file from a byte on: AES-256-CTR, so that each piece can be written alone, under a key that no other
 * file has. Who reads the disk learns nothing; who writes to it could change a file unseen, as he could without.
 */
function cipherAt(key: Uint8Array, id: string, offset: number): Cipheriv {
  const counter = Buffer.alloc(AES_BLOCK_BYTES);
  counter.writeUInt32BE(Math.floor(offset / AES_BLOCK_BYTES), AES_BLOCK_BYTES - 4);
  const cipher = createCipheriv('aes-256-ctr', keyedHash(key, `file ${id}`), counter);
  cipher.update(Buffer.alloc(offset % AES_BLOCK_BYTES));
  return cipher;
}

/** A piece of the file `id`, which begins at the byte `offset`. */
interface Piece {
  id: string;
  offset: number;
  bytes: AsyncIterable<Buffer>;
}

/**
 * Writes a piece behind the first `offset` bytes of a file; what lies there already was never acknowledged, and goes. Gives where
 * the file ends now, on the disk and not in its cache; and, where the piece broke off, why.
 */
export async function writePiece(
  { uploadFolder, key }: UploadFolderContext & KeyContext,
  { id, offset, bytes }: Piece,
): Promise<{ end: number; fault?: Error }> {
  const cipher = cipherAt(key, id, offset);
  await using file = await open(join(uploadFolder, id), constants.O_WRONLY | constants.O_APPEND);
  await file.truncate(offset);
  let end = offset;
  try {
    for await (const chunk of bytes) {
      await file.appendFile(cipher.update(chunk));
      end += chunk.length;
    }
  } catch (error) {
    await file.sync();
    return {
      end,
      fault: error instanceof Error ? error : new Error('The piece broke off', { cause: error }),
    };
  }
  await file.sync();
  return { end };
}

/** All of a file that was written in pieces. Rejects when there is none. */
export const readPieces = async (
  { uploadFolder, key }: UploadFolderContext & KeyContext,
  id: string,
): Promise<Buffer> => cipherAt(key, id, 0).update(await readFile(join(uploadFolder, id)));

/** All of a file that is there; one of the first version is not encrypted. Rejects when there is none. */
export async function readUpload(
  context: DatabaseContext & UploadFolderContext & KeyContext,
  id: string,
): Promise<Buffer> {
  const row = context.db.prepare('SELECT plain FROM uploads WHERE id = ?').get(id);
  return row?.['plain'] === 1 ? readFile(join(context.uploadFolder, id)) : readPieces(context, id);
}
