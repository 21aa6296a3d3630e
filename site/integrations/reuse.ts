import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The hash of files, by their paths and contents. Files of tests change nothing. */
export function hashOfFiles(patterns: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of globSync([...patterns], { withFileTypes: false }).sort())
    if (!/\.test\.ts$|-for-tests|\.md$/.test(file)) hash.update(`${file}\0`).update(contentOf(file));
  return hash.digest('hex').slice(0, 32);
}

/** Folders are among the matches of a pattern, too. */
function contentOf(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch {
    return '';
  }
}

/**
 * Has a folder made by `make`, unless an earlier build has made it from the same things. `cached` is where it is kept:
 * `cache/widgets/3f…e1`, whose last part is the hash of what it comes from. Of others beside it nothing is kept.
 */
export async function reuseFolder(cached: string, make: (folder: string) => Promise<void>): Promise<void> {
  if (!existsSync(cached)) {
    // Under another name first: a build that is stopped leaves no half of it.
    const unfinished = `${cached}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await make(unfinished);
    rmSync(cached, { recursive: true, force: true });
    renameSync(unfinished, cached);
    for (const other of readdirSync(dirname(cached)))
      if (other !== basename(cached)) rmSync(join(dirname(cached), other), { recursive: true, force: true });
  }
}
