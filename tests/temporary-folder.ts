import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const IN_MEMORY = '/dev/shm';
/** More than all tests together leave there. */
const MOST_BYTES = 2 ** 30;

/** Where tests keep their databases: in memory, where a commit waits for no disk, if there is room; else with all that is temporary. */
export function temporaryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > MOST_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    // No such folder: another system than Linux.
    return tmpdir();
  }
}
