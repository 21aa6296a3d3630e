import {
  fileNameOf,
  partOf,
  RECORDS_PER_BLOCK,
  type FilterLists,
  type IndexStart,
  type MiddlePart,
  type ShownRecord,
  type WordEntry,
  type WordPart,
} from './index-format.ts';

/** Loads one file of the index: `words/oh.json`. Rejects if it cannot be loaded. */
export type LoadFile = (name: string) => Promise<unknown>;

/** Reads the index, and loads each of its files once, when it is needed. */
export class IndexReader {
  readonly start: IndexStart;
  readonly #load: LoadFile;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #wordParts: ReadonlySet<string>;
  readonly #middleParts: ReadonlySet<string>;

  constructor(start: IndexStart, load: LoadFile) {
    this.start = start;
    this.#load = load;
    this.#wordParts = new Set(start.wordParts);
    this.#middleParts = new Set(start.middleParts);
  }

  /** Loads what every search needs. */
  static async open(load: LoadFile): Promise<IndexReader> {
    return new IndexReader((await load('start.json')) as IndexStart, load);
  }

  /** The words that begin like this one: with its first letters, as many as the part has. */
  async wordsLike(word: string): Promise<WordPart> {
    const part = partOf(word, this.#wordParts);
    return part === undefined ? {} : ((await this.#read(`words/${fileNameOf(part)}.json`)) as WordPart);
  }

  /** Where a stem stands. */
  async entryOf(stem: string): Promise<WordEntry | undefined> {
    const part = await this.wordsLike(stem);
    return Object.hasOwn(part, stem) ? part[stem] : undefined;
  }

  /** The stems whose third and fourth letter are these two. */
  async stemsWithMiddle(letters: string): Promise<MiddlePart> {
    const part = partOf(letters, this.#middleParts);
    return part === undefined ? {} : ((await this.#read(`middles/${fileNameOf(part)}.json`)) as MiddlePart);
  }

  /** What a result shows of a record. */
  async record(number: number): Promise<ShownRecord> {
    const block = (await this.#read(
      `records/${Math.floor(number / RECORDS_PER_BLOCK)}.json`,
    )) as ShownRecord[];
    const record = block[number % RECORDS_PER_BLOCK];
    if (!record) throw new Error(`the search index has no record ${number}`);
    return record;
  }

  /** Which records each value of each filter leaves. */
  filterLists = (): Promise<FilterLists> => this.#read('filters.json') as Promise<FilterLists>;

  /** A file that could not be loaded is asked for again the next time. */
  #read(name: string): Promise<unknown> {
    const known = this.#files.get(name);
    if (known) return known;
    const file = this.#load(name);
    this.#files.set(name, file);
    file.catch(() => this.#files.delete(name));
    return file;
  }
}
