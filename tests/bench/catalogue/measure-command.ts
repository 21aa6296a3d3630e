import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a command has cost, with all processes that it has started. */
export interface Cost {
  /** Processor seconds. */
  cpu: number;
  /** Seconds by the clock on the wall: they depend on what else the machine does. */
  wall: number;
  /** MiB: the most that all its processes had in memory at one time. Linux only. */
  memory: number;
}

/** Milliseconds between two looks at the memory. */
const LOOK_EVERY = 250;

/** Runs a command and measures it. Throws with the end of its output when it fails. */
export async function measureCommand(command: readonly string[], env: Record<string, string>): Promise<Cost> {
  // Of all that a process has run, only a shell knows the processor time.
  const script = 'TIMEFORMAT="%U %S %R"; exec 3>&1; time "$@" > /dev/null 2>&1 3>&-';
  const child = spawn('bash', ['-c', script, 'bash', ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let memory = 0;
  const looking = setInterval(() => {
    memory = Math.max(memory, residentMemory(child.pid ?? 0));
  }, LOOK_EVERY);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(looking);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
  const [user = 0, system = 0, wall = 0] = said.trim().split(' ').map(Number);
  return { cpu: user + system, wall, memory };
}

/** MiB that a process and all that it has started have in memory now. */
function residentMemory(pid: number): number {
  const children = new Map<number, number[]>();
  const pages = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    try {
      // «123 (name of the program) S 1 …»: the parent is the second field behind the name, the pages in memory are the 22nd.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /su, '')
        .split(' ');
      const parent = Number(fields[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      pages.set(Number(name), Number(fields[21]));
    } catch {
      // It has ended since.
    }
  const sumOf = (one: number): number =>
    (pages.get(one) ?? 0) + (children.get(one) ?? []).reduce((sum, child) => sum + sumOf(child), 0);
  return (sumOf(pid) * 4096) / 2 ** 20;
}

/** What a build has written. */
export interface Output {
  files: number;
  /** Bytes of all files without the compressed ones. */
  bytes: number;
  /** Bytes of the `.br` and `.gz` files. */
  compressed: number;
  /** Bytes of HTML. */
  html: number;
}

/** Counts the files of a build and their bytes. */
export function measureOutput(folder: string): Output {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, size: statSync(join(parentPath, name)).size }));
  const bytesOf = (pattern: RegExp) =>
    files.filter(({ name }) => pattern.test(name)).reduce((sum, { size }) => sum + size, 0);
  return {
    files: files.length,
    bytes: bytesOf(/(?<!\.(?:br|gz))$/),
    compressed: bytesOf(/\.(?:br|gz)$/),
    html: bytesOf(/\.html$/),
  };
}
