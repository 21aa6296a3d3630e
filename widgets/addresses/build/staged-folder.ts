import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { addToTally, type Tally } from './tally.ts';

const MANIFEST = 'manifest.json';
const INDEX_FILE_NAME = /^\d\d([a-z]*)-[0-9a-f]{12,}\.bin$/;

/** A folder of an index that is filled beside its place, and put there when all of it is ready. */
export class StagedFolder {
  /** Files and bytes by kind, the letter in a file's name; the manifest is `manifest`. */
  readonly files: Tally = new Map();
  readonly bytes: Tally = new Map();
  readonly #out: string;
  #temporary = '';

  constructor(out: string) {
    this.#out = resolve(out);
  }

  write(name: string, bytes: Uint8Array): void {
    this.#temporary ||= this.#makeTemporary();
    writeFileSync(join(this.#temporary, name), bytes);
    const [, kind = 'manifest'] = INDEX_FILE_NAME.exec(name) ?? [];
    addToTally(this.files, kind);
    addToTally(this.bytes, kind, bytes.length);
  }

  /** The manifest changes hands last, and at once; what only the old one named goes after that. */
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

  /** Takes away what has not been moved. */
  discard(): void {
    if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true });
  }

  #makeTemporary(): string {
    const parent = dirname(this.#out);
    mkdirSync(parent, { recursive: true });
    return mkdtempSync(join(parent, `.${basename(this.#out)}-`));
  }
}
