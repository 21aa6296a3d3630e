import { createCipheriv, type Cipheriv } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Sandbox } from '../sandbox.ts';
import { keyed } from '../store/sealed.ts';

/** Bytes that one number of AES's counter stands for. */
const BLOCK = 16;

/**
 * Encrypts, and decrypts, a file from a byte on: AES-256-CTR, so that each piece can be written alone, under a key that no other
 * file has. Who reads the disk learns nothing; who writes to it could change a file unseen, as he could without.
 */
function cipherAt(key: Uint8Array, id: string, offset: number): Cipheriv {
  const counter = Buffer.alloc(BLOCK);
  counter.writeUInt32BE(Math.floor(offset / BLOCK), BLOCK - 4);
  const cipher = createCipheriv('aes-256-ctr', keyed(key, `file ${id}`), counter);
  cipher.update(Buffer.alloc(offset % BLOCK));
  return cipher;
}

/**
 * Writes a piece behind the first `offset` bytes of a file; what lies there already was never acknowledged, and goes. Gives where
 * the file ends now, on the disk and not in its cache; and, where the piece broke off, why.
 */
export async function writePiece(
  { uploads, key }: Sandbox,
  id: string,
  offset: number,
  piece: AsyncIterable<Buffer>,
): Promise<{ end: number; fault?: Error }> {
  const cipher = cipherAt(key, id, offset);
  await using file = await open(join(uploads, id), constants.O_WRONLY | constants.O_APPEND);
  await file.truncate(offset);
  let end = offset;
  try {
    for await (const chunk of piece) {
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

/** All of a file that is there. Rejects when there is none. */
export async function readUpload(
  { db, uploads, key }: Pick<Sandbox, 'db' | 'uploads' | 'key'>,
  id: string,
): Promise<Buffer> {
  const isPlain = db.prepare('SELECT plain FROM uploads WHERE id = ?').get(id)?.['plain'] === 1;
  const content = await readFile(join(uploads, id));
  return isPlain ? content : cipherAt(key, id, 0).update(content);
}
