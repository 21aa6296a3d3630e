import { mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { hashOfFiles } from './reuse.ts';

/** What the cache knows of a build. */
interface KnownBuild {
  /** The folder that it was written into. */
  folder: string;
  /** The hash of the code that wrote it. */
  version: string;
  /** Size and time of each file, by its path in the folder. */
  files: Record<string, string>;
}

/**
 * The folder of the build. It keeps what the build before has left there, so that what is the same is neither written nor compressed
 * again. A file counts as kept while it has the size and the time that it had at the end of that build; whatever else is there is
 * deleted before a build begins, and after it what no part of the build has written or claimed.
 */
export class OutputFolder {
  #folder = '';
  /** The file of the cache that knows the build before. */
  #known = '';
  #version = '';
  readonly #kept = new Map<string, string>();
  readonly #claimed = new Set<string>();
  /** Kept files of which a compressed one is gone. */
  readonly #incomplete = new Set<string>();

  /** Deletes what the build before, known to this cache, has not left in the folder. */
  begin(folder: string, cache: string): void {
    this.#folder = resolve(folder);
    this.#known = join(cache, 'okno-output.json');
    this.#version = hashOfFiles(['site/integrations/**', 'package-lock.json']);
    const { files } = this.#readKnown();
    for (const path of filesBelow(this.#folder)) {
      const stamp = stampOf(join(this.#folder, path));
      if (files[path] === stamp) this.#kept.set(path, stamp);
      else this.#delete(path);
    }
    // A file whose compressed one is gone is compressed again.
    for (const path of Object.keys(files))
      if (!this.#kept.has(path)) this.#incomplete.add(path.replace(COMPRESSED, ''));
  }

  /** Says that a file belongs to this build, too, though it has not been written. */
  claim(file: string): void {
    this.#claimed.add(relative(this.#folder, file));
  }

  /** Writes a file, unless it is there with this content. */
  write(file: string, content: string | Uint8Array): void {
    if (this.isKept(file) && readFileSync(file).equals(Buffer.from(content))) {
      this.claim(file);
      return;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Puts the files of another folder into one of this build. */
  copy(from: string, to: string): void {
    for (const path of filesBelow(from)) this.write(join(to, path), readFileSync(join(from, path)));
  }

  /** Whether a file, and what stands compressed beside it, is as the build before has left it. */
  isKept(file: string): boolean {
    const path = relative(this.#folder, file);
    return this.#isUnchanged(path) && !this.#incomplete.has(path);
  }

  /** Deletes what the build before has left and this one has neither claimed nor written, and what is compressed of other files. */
  sweep(): void {
    const isOfThisBuild = (path: string) =>
      COMPRESSED.test(path)
        ? this.isKept(join(this.#folder, path.replace(COMPRESSED, '')))
        : this.#claimed.has(path);
    for (const path of [...this.#kept.keys()].sort().reverse())
      if (this.#isUnchanged(path) && !isOfThisBuild(path)) this.#delete(path);
  }

  /** Writes down what this build leaves. */
  end(): void {
    const files = filesBelow(this.#folder).map((path) => [path, stampOf(join(this.#folder, path))] as const);
    const known: KnownBuild = {
      folder: this.#folder,
      version: this.#version,
      files: Object.fromEntries(files),
    };
    mkdirSync(dirname(this.#known), { recursive: true });
    writeFileSync(this.#known, JSON.stringify(known));
  }

  #readKnown(): Pick<KnownBuild, 'files'> {
    try {
      const known = JSON.parse(readFileSync(this.#known, 'utf8')) as KnownBuild;
      if (known.folder === this.#folder && known.version === this.#version) return known;
    } catch {
      // There was no build before.
    }
    return { files: {} };
  }

  #isUnchanged(path: string): boolean {
    const stamp = this.#kept.get(path);
    return stamp !== undefined && stamp === stampOf(join(this.#folder, path));
  }

  /** Deletes a file, and the folders that are empty without it. */
  #delete(path: string): void {
    rmSync(join(this.#folder, path));
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder))
      try {
        rmdirSync(join(this.#folder, folder));
      } catch {
        return;
      }
  }
}

/** A folder that is pushed somewhere may be a repository. */
const GIT = /^\.git(?:$|[\\/])/u;
/** The ending of a file that stands compressed beside another. */
const COMPRESSED = /\.(?:br|gz)$/u;

/** The paths of all files in a folder; none where there is no folder. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((path) => !GIT.test(path));
  } catch {
    return [];
  }
}

/** Size and time of a file: `31463 1764421101.25`. Empty where it is not there. */
function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs}` : '';
}
