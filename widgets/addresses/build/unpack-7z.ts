import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import { ImportError } from './import-error.ts';
import { checkSize, MOST_BYTES } from './limits.ts';

const TABLES = /(?:^|[\\/])(?:KLADR|STREET|DOMA|ALTNAMES|SOCRBASE)(?:-[\w-]+)?\.dbf$/i;

/** Unpacks the tables of BASE.7Z into `folder`, if they are as large as tables can be. */
export async function unpack7z(path: string, folder: string): Promise<void> {
  const { default: sevenZip } = await import('7z-wasm');
  const { exitCode } = process;
  let said: string[] = [];
  try {
    const archiver = await sevenZip({ print: (line) => said.push(line), printErr: () => undefined });
    const { FS, NODEFS } = archiver;
    for (const [mount, root] of Object.entries({ '/in': dirname(resolve(path)), '/out': folder })) {
      FS.mkdir(mount);
      FS.mount(NODEFS, { root }, mount);
    }
    const archive = `/in/${basename(path)}`;
    // A password is given so that none is asked for.
    archiver.callMain(['l', '-slt', '-ba', '-p0', '--', archive]);
    const tables: { name: string; size: number }[] = [];
    for (const [, name = '', size] of said.join('\n').matchAll(/Path = (.+)\nSize = (\d+)$/gm))
      if (TABLES.test(name)) tables.push({ name, size: Number(size) });
    const total = tables.reduce((sum, { size }) => sum + size, 0);
    if (tables.length === 0) throw new Error('no tables');
    checkSize(path, total, statSync(path).size, MOST_BYTES);
    said = [];
    archiver.callMain(['e', '-p0', '-y', '-spd', '-o/out', '--', archive, ...tables.map(({ name }) => name)]);
    if (process.exitCode) throw new Error(said.join('\n'));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`Архив ${path} повреждён, зашифрован, или в нём нет таблиц КЛАДР.`, {
      cause: error,
    });
  } finally {
    process.exitCode = exitCode; // 7-Zip thinks that the process is its own
  }
}
