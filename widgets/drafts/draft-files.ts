import { openBytes, sealBytes } from './sealing.ts';
import { recordsOf, type PieceRecord, type DraftPlace } from './vault-database.ts';

/** Bytes of a piece. A phone need not hold the whole file twice. */
const PIECE_SIZE = 1024 * 1024;

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
  /** Drafts and files that were written, or could not be: `<draft>/<file>`. */
  readonly #tried = new Set<string>();
  #writing: Promise<void> = Promise.resolve();

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
        const file = await readFile(place, part).catch(() => undefined);
        if (file) this.#ids.set(file, part.storedFile);
        else lost.push(part.name);
        this.#tried.add(`${place.id}/${part.storedFile}`);
        return file;
      }),
    );
    return parts.filter((part) => part !== undefined);
  }

  /**
   * Writes the files of answers that are not stored yet, one after the other, and removes those that no answer has any more. A file for
   * which there is no room stays out: it is on this page only.
   */
  write(place: DraftPlace, values: readonly unknown[]): Promise<void> {
    const files = values.flat().filter(isFile);
    this.#writing = this.#writing.then(async () => {
      for (const file of files) {
        const [id, { database, keys }] = [this.#idOf(file), place];
        const tried = `${place.id}/${id}`;
        if (this.#tried.has(tried)) continue;
        this.#tried.add(tried);
        for (let piece = 0; piece * PIECE_SIZE < file.size; piece++) {
          const bytes = await file.slice(piece * PIECE_SIZE, (piece + 1) * PIECE_SIZE).arrayBuffer();
          const key = { draft: place.id, file: id, piece };
          await database.put('files', { ...key, sealed: await sealBytes(keys, bytes, sealedPlace(key)) });
        }
      }
      await removeOtherFiles(place, new Set(files.map((file) => this.#idOf(file))));
    });
    this.#writing = this.#writing.catch(() => undefined);
    return this.#writing;
  }

  #idOf(file: File): string {
    const id = this.#ids.get(file) ?? crypto.randomUUID();
    this.#ids.set(file, id);
    return id;
  }
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

/** Removes the files of a draft that are not in `used`. */
async function removeOtherFiles({ database, id }: DraftPlace, used: ReadonlySet<string>): Promise<void> {
  const tx = database.transaction('files', 'readwrite');
  for (const key of await tx.store.getAllKeys(recordsOf(id)))
    if (!used.has(key[1])) void tx.store.delete(key);
  await tx.done;
}
