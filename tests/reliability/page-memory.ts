import { readFileSync, readdirSync } from 'node:fs';

/**
 * Memory of the page of a Chromium with this profile, in bytes: what its renderer has for itself (`Private_*` of
 * https://docs.kernel.org/filesystems/proc.html, smaps_rollup); of several renderers the largest.
 */
export function memoryOfPage(profile: string): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      // The arguments of some processes have spaces between them.
      const command = readProc(pid, 'cmdline').replaceAll('\0', ' ');
      return command ? [{ pid, command, group: groupOf(pid) }] : [];
    });
  const browser = processes.find(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='),
  );
  const renderers = processes.filter(
    ({ command, group }) => group === browser?.group && command.includes('--type=renderer'),
  );
  return Math.max(0, ...renderers.map(({ pid }) => privateBytes(readProc(pid, 'smaps_rollup'))));
}

/** The process group: `1234 (chrome) S 1 1230 …` is in 1230. */
const groupOf = (pid: string) =>
  readProc(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')[2];

const privateBytes = (rollup: string) =>
  [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].reduce((sum, [, kb]) => sum + Number(kb) * 1024, 0);

/** A file below `/proc`; empty where the process has ended. */
function readProc(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
