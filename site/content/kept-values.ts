import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { groupByKeys } from '../catalogue/groups.ts';

/** A value, and the hash of what it was made from. */
interface KeptValue<T> {
  hash: string;
  value: T;
}

/**
 * Values are kept in so many files: after an edit one of them is written anew. To read what was made of 10,000 cards takes a second, to
 * make it anew ten.
 */
const FILES = 64;

/** What a build has made of files of the content: for those who ask again, and for the builds after it. All of it is JSON. */
export class KeptValues<T> {
  /** By the path of the file. */
  readonly #values = new Map<string, KeptValue<T>>();
  /** What each file of the cache has: see {@link contentsOf}. */
  readonly #saved = new Map<string, string>();

  /** What was made of a file, if it was made from the same. */
  find(file: string, hash: string): T | undefined {
    const kept = this.#values.get(file);
    return kept?.hash === hash ? kept.value : undefined;
  }

  /** Keeps what was made of a file. */
  keep(file: string, hash: string, value: T): void {
    this.#values.set(file, { hash, value });
  }

  /** Reads what {@link save} has written into a folder. What cannot be read will be made anew. */
  load(folder: string): void {
    for (let i = 0; i < FILES; i++) {
      const name = `${i}.json`;
      try {
        const values = JSON.parse(readFileSync(join(folder, name), 'utf8')) as [string, KeptValue<T>][];
        for (const [file, kept] of values) this.#values.set(file, kept);
        this.#saved.set(name, contentsOf(values));
      } catch {
        // No build has written it, or one was stopped.
      }
    }
  }

  /**
   * Writes the values of files that are there into a folder, whose name is the version of the code that has made them: folders of
   * other versions beside it are deleted.
   */
  save(folder: string, isThere: (file: string) => boolean): void {
    mkdirSync(folder, { recursive: true });
    for (const other of readdirSync(dirname(folder)))
      if (other !== basename(folder)) rmSync(join(dirname(folder), other), { recursive: true, force: true });
    const values = [...this.#values].filter(([file]) => isThere(file));
    for (const [name, members] of groupByKeys(values, ([file]) => [nameOf(file)])) {
      if (this.#saved.get(name) === contentsOf(members)) continue;
      // Under another name first: a build that is stopped leaves no half of it.
      const unfinished = join(folder, `${name}.${process.pid}`);
      writeFileSync(unfinished, JSON.stringify(members));
      renameSync(unfinished, join(folder, name));
    }
  }
}

/** The file of the cache that has the value of a file. */
const nameOf = (file: string) => `${(createHash('sha1').update(file).digest()[0] ?? 0) % FILES}.json`;

/** Which values a file of the cache has. */
const contentsOf = (values: readonly (readonly [string, { hash: string }])[]) =>
  values
    .map(([file, { hash }]) => `${file} ${hash}`)
    .sort()
    .join('\n');
