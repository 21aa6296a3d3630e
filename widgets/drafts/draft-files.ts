import { readFile, readWrittenFile, removeFiles, writeFile, type StoredFile } from './file-pieces.ts';
import type { DraftPlace } from './vault-database.ts';

/** Milliseconds after which no tab is still writing a file that was chosen then. */
const WRITTEN_WITHIN = 60_000;

/** What a new version of a draft changes in its files. */
export interface FileChanges {
  added: ReadonlyMap<string, File>;
  /** Ids of files that no answer has any more. */
  gone: readonly string[];
}

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
  /** Files that another tab may be writing now, by draft and answer. */
  readonly #awaited = new Map<string, readonly StoredFile[]>();
  /** When answers were changed that were read or written here without all their files, by draft and answer. */
  readonly #partial = new Map<string, number>();
  #writing: Promise<unknown> = Promise.resolve();

  /**
   * Compares the files of a draft on the device with those of its new version. A file that comes to the device has a new id each time:
   * another tab may still be about to remove it under its former one.
   */
  compare(before: readonly unknown[], after: readonly unknown[]): FileChanges {
    const stored = new Set(before.flat().filter(isFile).map(this.#idOf));
    const files = new Set(after.flat().filter(isFile));
    const isStored = (file: File) => stored.has(this.#idOf(file));
    const kept = [...files].filter(isStored).map(this.#idOf);
    const added = [...files].filter((file) => !isStored(file)).map((file) => this.#renew(file));
    return { added: new Map(added), gone: [...stored].filter((id) => !kept.includes(id)) };
  }

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
    // What is here, too, is not said twice.
    return [...parts, ...awaited.filter((file) => !parts.some(isLike(file)))];
  }

  /**
   * Gives the value with its files, and the time of its last change: it counts as changed when a file has come that was missing. Adds the
   * names of files that are missing or damaged to `lost`. A page that opens the draft (`isOpening`) waits for a file that another tab is
   * writing; later a message says that it has come.
   */
  async withFiles(
    place: DraftPlace,
    answer: Answer,
    { lost, isOpening }: { lost: string[]; isOpening: boolean },
  ): Promise<Omit<Answer, 'answer'>> {
    const { value, at } = answer;
    const key = `${place.id}/${answer.answer}`;
    this.#awaited.delete(key);
    if (!Array.isArray(value)) return answer;
    const read = isOpening ? readWrittenFile : readFile;
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
   * Removes the files that are gone and writes those that were added, after what is being written now. A file for which there is no room is
   * on this page only. Gives whether a file was written. Rejects where the database is closed.
   */
  write(place: DraftPlace, { added, gone }: FileChanges): Promise<boolean> {
    const writing = this.#writing.then(async () => {
      await removeFiles(place, gone);
      for (const id of gone) this.#files.delete(id);
      for (const [id, file] of added) await writeFile(place, id, file).catch(() => removeFiles(place, [id]));
      return added.size > 0;
    });
    this.#writing = writing.catch(() => undefined);
    return writing;
  }

  /** Gives a file; what is known of it where it is not there, or is damaged. */
  async #find(place: DraftPlace, stored: StoredFile, read: typeof readFile): Promise<File | StoredFile> {
    const { storedFile: id } = stored;
    const known = this.#files.get(id);
    if (known) return known;
    const file = await read(place, stored).catch(() => undefined);
    if (!file) return stored;
    this.#files.set(id, file);
    this.#ids.set(file, id);
    return file;
  }

  readonly #idOf = (file: File): string => this.#ids.get(file) ?? this.#renew(file)[0];

  #renew(file: File): [id: string, file: File] {
    const id = crypto.randomUUID();
    this.#files.delete(this.#ids.get(file) ?? '');
    this.#ids.set(file, id);
    this.#files.set(id, file);
    return [id, file];
  }
}
