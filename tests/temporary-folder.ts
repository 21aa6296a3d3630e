import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux has a file system in memory: a database that commits there waits for no disk. */
const IN_MEMORY = '/dev/shm';
/** Bytes: more than the tests of one process leave there. */
const ENOUGH = 2 ** 30;

/** A folder for what the tests of this process write, in memory if there is room. It is deleted when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'okno-tests-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ENOUGH;
  } catch {
    return false;
  }
}
