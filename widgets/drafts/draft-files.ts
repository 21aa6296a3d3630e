import { readWrittenFile, removeFiles, writeFile, type StoredFile } from './file-pieces.ts';
import type { DraftPlace } from './vault-database.ts';

/** Milliseconds after which no tab is still writing a file that was chosen then. */
const WRITTEN_WITHIN = 60_000;

const isStoredFile = (value: unknown): value is StoredFile =>
  typeof value === 'object' && value !== null && 'storedFile' in value;

/** Whether a part of an answer is a file. `instanceof File` would not know a file of another frame. */
const isFile = (value: unknown): value is File =>
  typeof value === 'object' && value !== null && 'slice' in value && 'size' in value;

/** An answer of a draft: the name of its question, its value, and when it was changed. */
interface Answer {
  answer: string;
  value: unknown;
  at: number;
}

/** Whether a part of an answer is a file with the same name and size. */
const isLike =
  ({ name, size }: StoredFile) =>
  (part: unknown): boolean =>
    isFile(part) && part.name === name && part.size === size;

/** The files of drafts: their bytes are written once, sealed, piece by piece, and apart from the answers. */
export class DraftFiles {
  readonly #ids = new WeakMap<object, string>();
  /** The files of each draft that were read or written here, or could not be written, by their ids. */
  readonly #known = new Map<string, Map<string, File>>();
  /** Files that another tab may be writing now, by draft and answer. */
  readonly #awaited = new Map<string, readonly StoredFile[]>();
  #writing: Promise<boolean> = Promise.resolve(false);

  /** The answer as JSON can say it: a file is replaced by what is known of it. Files that another tab may be writing now stay in it. */
  withoutFiles(place: DraftPlace, answer: string, value: unknown): unknown {
    if (!Array.isArray(value)) return value;
    const parts = value.map((part: unknown) => {
      if (!isFile(part)) return part;
      const { name, type, size, lastModified } = part;
      return { storedFile: this.#idOf(part), name, type, size, lastModified } satisfies StoredFile;
    });
    return [...parts, ...(this.#awaited.get(`${place.id}/${answer}`) ?? [])];
  }

  /** Whether another tab may be writing a file of this answer now. */
  isWaitingFor(place: DraftPlace, answer: string): boolean {
    return this.#awaited.has(`${place.id}/${answer}`);
  }

  /** The answer with its files. Adds the names of those that are missing or damaged to `lost`. */
  async withFiles(place: DraftPlace, { answer, value, at }: Answer, lost: string[]): Promise<unknown> {
    this.#awaited.delete(`${place.id}/${answer}`);
    if (!Array.isArray(value)) return value;
    const known = this.#knownOf(place);
    const parts = await Promise.all(
      value.map(async (part: unknown) => {
        if (!isStoredFile(part)) return part;
        const file =
          known.get(part.storedFile) ?? (await readWrittenFile(place, part).catch(() => undefined));
        if (!file) return part;
        this.#ids.set(file, part.storedFile);
        known.set(part.storedFile, file);
        return file;
      }),
    );
    const there = parts.filter((part) => !isStoredFile(part));
    // What was chosen again is not lost any more.
    const missing = parts.filter(isStoredFile).filter((file) => !there.some(isLike(file)));
    lost.push(...missing.map(({ name }) => name));
    if (missing.length && Date.now() - at < WRITTEN_WITHIN)
      this.#awaited.set(`${place.id}/${answer}`, missing);
    return there;
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
        const id = this.#idOf(file);
        if (known.has(id)) continue;
        known.set(id, file);
        isWritten = true;
        await writeFile(place, id, file);
      }
      const used = new Set(files.map((file) => this.#idOf(file)));
      await removeFiles(
        place,
        [...known.keys()].filter((id) => !used.has(id)),
      );
      for (const id of known.keys()) if (!used.has(id)) known.delete(id);
      return isWritten;
    });
    this.#writing = this.#writing.catch(() => false);
    return this.#writing;
  }

  /** The draft was removed: its files are written again when it comes back. */
  forget({ id }: DraftPlace): void {
    this.#known.delete(id);
  }

  #knownOf({ id }: DraftPlace): Map<string, File> {
    const known = this.#known.get(id) ?? new Map<string, File>();
    this.#known.set(id, known);
    return known;
  }

  #idOf(file: File): string {
    const id = this.#ids.get(file) ?? crypto.randomUUID();
    this.#ids.set(file, id);
    return id;
  }
}
