import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { addToTally, type Tally } from './tally.ts';

const MANIFEST = 'manifest.json';
/** A file of an index, with its kind: «22b-0f3c5a7e9b1d.bin» is of the kind `b`. */
const INDEX_FILE_NAME = /^\d\d([a-z]*)-[0-9a-f]{12,}\.bin$/;

/** Writes an index into a temporary folder beside its place, and moves it there when it is complete. */
export class StagedFolder {
  /** Kind of file (the letter in its name; `manifest` for the manifest, `counts` for the counts) → number of files. */
  readonly files: Tally = new Map();
  /** Kind of file → bytes of these files. */
  readonly bytes: Tally = new Map();
  readonly #out: string;
  /** Path of the temporary folder; empty until the first file is written. */
  #temporary = '';

  /** `out`: the folder of the index. */
  constructor(out: string) {
    this.#out = resolve(out);
  }

  /** Writes a file into the temporary folder. */
  write(name: string, bytes: Uint8Array): void {
    this.#temporary ||= this.#makeTemporary();
    writeFileSync(join(this.#temporary, name), bytes);
    const [, kind = basename(name, '.json')] = INDEX_FILE_NAME.exec(name) ?? [];
    addToTally(this.files, kind);
    addToTally(this.bytes, kind, bytes.length);
  }

  /**
   * Moves all files into place, the manifest last: readers see either the old or the new index. Then deletes files of the old one.
   */
  moveIntoPlace(): void {
    const [from, out] = [this.#temporary, this.#out];
    mkdirSync(out, { recursive: true });
    const files = new Set(readdirSync(from));
    const move = (name: string) => {
      renameSync(join(from, name), join(out, name));
    };
    for (const name of files) if (name !== MANIFEST) move(name);
    move(MANIFEST);
    for (const name of readdirSync(out))
      if (INDEX_FILE_NAME.test(name) && !files.has(name)) rmSync(join(out, name));
  }

  /** Deletes the temporary folder, with files that were not moved. */
  discard(): void {
    if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true });
  }

  #makeTemporary(): string {
    const outer = dirname(this.#out);
    mkdirSync(outer, { recursive: true });
    return mkdtempSync(join(outer, `.${basename(this.#out)}-`));
  }
}
