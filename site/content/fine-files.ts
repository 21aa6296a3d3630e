import { hashOfText } from './known-content.ts';

/** A file in which nothing was wrong, and what it names: another check has to ask only whether that is there still. */
export interface FineFile {
  /** Files that it refers to: `agencies/mfc`. */
  references: readonly string[];
  /** Pages and pictures of the catalogue that its text leads to: `/guide/account/#esia`. */
  links: readonly string[];
  /** By what a reader tells it from the others of its collection; empty where nothing does. */
  name: string;
}

/** What is kept of a file. */
interface KnownFile {
  /** The hash of its text. */
  hash: string;
  fine?: FineFile;
  /** Whether there is nothing to warn of. */
  isQuiet?: boolean;
}

/** Remembers the files in which nothing was wrong, by their texts: of 10,000 cards a check reads only those that have changed. */
export class FineFiles {
  readonly #files: Map<string, KnownFile>;
  /** The texts of this check with their hashes: each is asked for several times. */
  readonly #hashes = new Map<string, { text: string; hash: string }>();

  /** `saved` is what {@link toJSON} gave. */
  constructor(saved: Record<string, KnownFile> = {}) {
    this.#files = new Map(Object.entries(saved));
  }

  /** What was fine in a file, if it has this text still. */
  fineFile(file: string, text: string): FineFile | undefined {
    return this.#known(file, text).fine;
  }

  /** Remembers that nothing is wrong in a file. */
  addFine(file: string, text: string, fine: FineFile): void {
    this.#known(file, text).fine = fine;
  }

  /** Whether there was nothing to warn of in a file with this text. */
  isQuiet(file: string, text: string): boolean {
    return this.#known(file, text).isQuiet === true;
  }

  /** Remembers that there is nothing to warn of in a file. */
  addQuiet(file: string, text: string): void {
    this.#known(file, text).isQuiet = true;
  }

  /** The files that were asked for, for `JSON.stringify`. */
  toJSON(): Record<string, KnownFile> {
    return Object.fromEntries([...this.#files].filter(([file]) => this.#hashes.has(file)));
  }

  #known(file: string, text: string): KnownFile {
    const hash = this.#hashOf(file, text);
    const known = this.#files.get(file);
    if (known?.hash === hash) return known;
    const unknown = { hash };
    this.#files.set(file, unknown);
    return unknown;
  }

  #hashOf(file: string, text: string): string {
    const before = this.#hashes.get(file);
    if (before?.text === text) return before.hash;
    const hash = hashOfText(text);
    this.#hashes.set(file, { text, hash });
    return hash;
  }
}
