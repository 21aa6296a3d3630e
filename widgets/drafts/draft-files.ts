import { openBytes, sealBytes } from './sealing.ts';
import type { PieceRecord, DraftPlace } from './vault-database.ts';

/** Bytes of a piece. A phone need not hold the whole file twice. */
const PIECE_SIZE = 1024 * 1024;

/** Milliseconds between two looks for a file that is not there yet, and how many of them there are. */
const [PAUSE, ATTEMPTS] = [50, 10];

/** What an answer says of a file whose bytes are in the table `files`. */
interface StoredFile {
  storedFile: string;
  name: string;
  type: string;
  size: number;
  lastModified: number;
}

const isStoredFile = (value: unknown): value is StoredFile =>
  typeof value === 'object' && value !== null && 'storedFile' in value;

/** Whether a part of an answer is a file. `instanceof File` would not know a file of another frame. */
const isFile = (value: unknown): value is File =>
  typeof value === 'object' && value !== null && 'slice' in value && 'size' in value;

const sealedPlace = ({ draft, file, piece }: Omit<PieceRecord, 'sealed'>) => `${draft}/${file}/${piece}`;

/** The files of drafts: their bytes are written once, sealed, piece by piece, and apart from the answers. */
export class DraftFiles {
  readonly #ids = new WeakMap<object, string>();
  /** Ids of the files of each draft that were read or written here, or could not be written. */
  readonly #known = new Map<string, Set<string>>();
  #writing: Promise<boolean> = Promise.resolve(false);

  /** The answer as JSON can say it: a file is replaced by what is known of it. */
  withoutFiles(value: unknown): unknown {
    if (!Array.isArray(value)) return value;
    return value.map((part: unknown) => {
      if (!isFile(part)) return part;
      const { name, type, size, lastModified } = part;
      return { storedFile: this.#idOf(part), name, type, size, lastModified } satisfies StoredFile;
    });
  }

  /** The answer with its files. Adds the names of those that are missing or damaged to `lost`. */
  async withFiles(place: DraftPlace, value: unknown, lost: string[]): Promise<unknown> {
    if (!Array.isArray(value)) return value;
    const parts = await Promise.all(
      value.map(async (part: unknown) => {
        if (!isStoredFile(part)) return part;
        const file = await readWrittenFile(place, part).catch(() => undefined);
        if (file) {
          this.#ids.set(file, part.storedFile);
          this.#knownOf(place).add(part.storedFile);
        } else lost.push(part.name);
        return file;
      }),
    );
    return parts.filter((part) => part !== undefined);
  }

  /**
   * Writes the files of answers that are not stored yet, one after the other, and removes those that no answer has any more. A file for
   * which there is no room stays out: it is on this page only. What another tab is writing now is not known here, and stays. Gives
   * whether a file was written.
   */
  write(place: DraftPlace, values: readonly unknown[]): Promise<boolean> {
    const files = values.flat().filter(isFile);
    this.#writing = this.#writing.then(async () => {
      const known = this.#knownOf(place);
      let isWritten = false;
      for (const file of files) {
        const [id, { database, keys }] = [this.#idOf(file), place];
        if (known.has(id)) continue;
        known.add(id);
        isWritten = true;
        for (let piece = 0; piece * PIECE_SIZE < file.size; piece++) {
          const bytes = await file.slice(piece * PIECE_SIZE, (piece + 1) * PIECE_SIZE).arrayBuffer();
          const key = { draft: place.id, file: id, piece };
          await database.put('files', { ...key, sealed: await sealBytes(keys, bytes, sealedPlace(key)) });
        }
      }
      const used = new Set(files.map((file) => this.#idOf(file)));
      await removeFiles(
        place,
        [...known].filter((id) => !used.has(id)),
      );
      for (const id of known) if (!used.has(id)) known.delete(id);
      return isWritten;
    });
    this.#writing = this.#writing.catch(() => false);
    return this.#writing;
  }

  /** The draft was removed: its files are written again when it comes back. */
  forget({ id }: DraftPlace): void {
    this.#known.delete(id);
  }

  #knownOf({ id }: DraftPlace): Set<string> {
    const known = this.#known.get(id) ?? new Set();
    this.#known.set(id, known);
    return known;
  }

  #idOf(file: File): string {
    const id = this.#ids.get(file) ?? crypto.randomUUID();
    this.#ids.set(file, id);
    return id;
  }
}

/** Gives a file, which another tab may be writing now. `undefined` where it does not come. */
async function readWrittenFile(place: DraftPlace, stored: StoredFile): Promise<File | undefined> {
  let file = await readFile(place, stored);
  for (let attempt = 0; !file && attempt < ATTEMPTS; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    file = await readFile(place, stored);
  }
  return file;
}

/** Gives a file; `undefined` where not all of it is there. Rejects where it is damaged. */
async function readFile(
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
async function removeFiles({ database, id }: DraftPlace, files: readonly string[]): Promise<void> {
  if (!files.length) return;
  const tx = database.transaction('files', 'readwrite');
  for (const file of files) void tx.store.delete(IDBKeyRange.bound([id, file], [id, file, []]));
  await tx.done;
}
