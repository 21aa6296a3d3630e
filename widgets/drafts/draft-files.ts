import { readFile, readWrittenFile, removeFiles, writeFile, type StoredFile } from './file-pieces.ts';
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

/** Whether a part of an answer is a file with the same name and size, on the device or uploaded. */
const isLike = (file: StoredFile) => (part: unknown) => {
  const { name, size } = part as Partial<StoredFile>;
  return name === file.name && size === file.size;
};

/** The files of drafts: their bytes are written once, sealed, piece by piece, and apart from the answers. */
export class DraftFiles {
  readonly #ids = new WeakMap<object, string>();
  /** The same the other way round: nothing is read twice. */
  readonly #files = new Map<string, File>();
  /** Ids of the files of each draft that were read or written here, or could not be written. */
  readonly #known = new Map<string, Set<string>>();
  /** Files that another tab may be writing now, by draft and answer. */
  readonly #awaited = new Map<string, readonly StoredFile[]>();
  /** When answers were changed that were read or written here without all their files, by draft and answer. */
  readonly #partial = new Map<string, number>();
  #writing: Promise<boolean> = Promise.resolve(false);

  /** The value as JSON can say it: a file is replaced by what is known of it. Files that another tab may be writing now stay in it. */
  withoutFiles(place: DraftPlace, { answer, value, at }: Answer): unknown {
    if (!Array.isArray(value)) return value;
    const key = `${place.id}/${answer}`;
    const awaited = this.#awaited.get(key) ?? [];
    if (awaited.length) this.#partial.set(key, at);
    const parts = value.map((part: unknown) => {
      if (!isFile(part)) return part;
      const { name, type, size, lastModified } = part;
      return { storedFile: this.#idOf(part), name, type, size, lastModified } satisfies StoredFile;
    });
    return [...parts, ...awaited];
  }

  /**
   * Gives the value with its files, and the time of its last change: it counts as changed when a file has come that was missing. Adds the
   * names of files that are missing or damaged to `lost`.
   */
  async withFiles(place: DraftPlace, answer: Answer, lost: string[]): Promise<Omit<Answer, 'answer'>> {
    const { value, at } = answer;
    const key = `${place.id}/${answer.answer}`;
    this.#awaited.delete(key);
    if (!Array.isArray(value)) return answer;
    // A page that opens the draft waits for a file that another tab is writing. Later a message says that it has come.
    const read = this.#known.has(place.id) ? readFile : readWrittenFile;
    const parts = await Promise.all(
      value.map((part: unknown) => (isStoredFile(part) ? this.#find(place, part, read) : part)),
    );
    const there = parts.filter((part) => !isStoredFile(part));
    // What was chosen again is not lost any more.
    const missing = parts.filter(isStoredFile).filter((file) => !there.some(isLike(file)));
    lost.push(...missing.map(({ name }) => name));
    if (missing.length) this.#partial.set(key, at);
    if (missing.length && Date.now() - at < WRITTEN_WITHIN) this.#awaited.set(key, missing);
    const hasCome = !missing.length && this.#partial.get(key) === at;
    return { value: there, at: hasCome ? at + 0.5 : at };
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
        known.add(id);
        isWritten = true;
        await writeFile(place, id, file);
      }
      const used = new Set(files.map((file) => this.#idOf(file)));
      const unused = [...known].filter((id) => !used.has(id));
      await removeFiles(place, unused);
      for (const id of unused) {
        known.delete(id);
        this.#files.delete(id);
      }
      return isWritten;
    });
    this.#writing = this.#writing.catch(() => false);
    return this.#writing;
  }

  /** The draft was removed: its files are written again when it comes back. */
  forget({ id }: DraftPlace): void {
    this.#known.delete(id);
  }

  /** Gives a file; what is known of it where it is not there, or is damaged. */
  async #find(place: DraftPlace, stored: StoredFile, read: typeof readFile): Promise<File | StoredFile> {
    const { storedFile: id } = stored;
    const known = this.#files.get(id);
    if (known) return known;
    const file = await read(place, stored).catch(() => undefined);
    if (!file) return stored;
    this.#knownOf(place).add(id);
    this.#files.set(id, file);
    this.#ids.set(file, id);
    return file;
  }

  #knownOf({ id }: DraftPlace): Set<string> {
    const known = this.#known.get(id) ?? new Set();
    this.#known.set(id, known);
    return known;
  }

  #idOf(file: File): string {
    const id = this.#ids.get(file) ?? crypto.randomUUID();
    this.#ids.set(file, id);
    this.#files.set(id, file);
    return id;
  }
}
