import { openBytes, sealBytes } from './sealing.ts';
import type { DraftPlace, PieceRecord } from './vault-database.ts';

/** Bytes of a piece. A phone need not hold the whole file twice. */
const PIECE_SIZE = 1024 * 1024;

/** Milliseconds between two looks for a file that is not there yet, and how many of them there are. */
const [PAUSE, ATTEMPTS] = [50, 10];

/** What an answer says of a file whose bytes are in the table `files`. */
export interface StoredFile {
  storedFile: string;
  name: string;
  type: string;
  size: number;
  lastModified: number;
}

const sealedPlace = ({ draft, file, piece }: Omit<PieceRecord, 'sealed'>) => `${draft}/${file}/${piece}`;

/** Writes a file, piece by piece. Leaves nothing of it where the draft is deleted or sent meanwhile. */
export async function writeFile(
  { database, keys, id: draft }: DraftPlace,
  id: string,
  file: File,
): Promise<void> {
  for (let piece = 0; piece * PIECE_SIZE < file.size; piece++) {
    const bytes = await file.slice(piece * PIECE_SIZE, (piece + 1) * PIECE_SIZE).arrayBuffer();
    const key = { draft, file: id, piece };
    const record = { ...key, sealed: await sealBytes(keys, bytes, sealedPlace(key)) };
    const tx = database.transaction(['drafts', 'files'], 'readwrite');
    const head = await tx.objectStore('drafts').get(draft);
    const isOver = !head || head.isReceipt;
    if (isOver) await tx.objectStore('files').delete(piecesOf(draft, id));
    else await tx.objectStore('files').put(record);
    await tx.done;
    if (isOver) return;
  }
}

/** Gives a file, which another tab may be writing now. `undefined` where it does not come. */
export async function readWrittenFile(place: DraftPlace, stored: StoredFile): Promise<File | undefined> {
  let file = await readFile(place, stored);
  for (let attempt = 0; !file && attempt < ATTEMPTS; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    file = await readFile(place, stored);
  }
  return file;
}

/** Gives a file; `undefined` where not all of it is there. Rejects where it is damaged. */
export async function readFile(
  { database, keys, id: draft }: DraftPlace,
  { storedFile, name, type, size, lastModified }: StoredFile,
): Promise<File | undefined> {
  const parts: ArrayBuffer[] = [];
  for (let piece = 0; piece * PIECE_SIZE < size; piece++) {
    const record = await database.get('files', [draft, storedFile, piece]);
    if (!record) return undefined;
    parts.push(await openBytes(keys, record.sealed, sealedPlace(record)));
  }
  return new File(parts, name, { type, lastModified });
}

/** Removes files of a draft. */
export async function removeFiles({ database, id }: DraftPlace, files: readonly string[]): Promise<void> {
  if (!files.length) return;
  const tx = database.transaction('files', 'readwrite');
  for (const file of files) void tx.store.delete(piecesOf(id, file));
  await tx.done;
}

const piecesOf = (draft: string, file: string) => IDBKeyRange.bound([draft, file], [draft, file, []]);
