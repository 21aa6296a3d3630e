import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import { ImportError } from './import-error.ts';
import { checkSize, MAX_TABLE_BYTES } from './limits.ts';

const TABLES = /(?:^|[\\/])(?:KLADR|STREET|DOMA|ALTNAMES|SOCRBASE)(?:-[\w-]+)?\.dbf$/i;

/** Unpacks the tables of BASE.7Z into `folder`, if they are as large as tables can be. */
export async function unpack7z(path: string, folder: string): Promise<void> {
  const { exitCode } = process;
  try {
    const run = await mountSevenZip(path, folder);
    const archive = `/in/${basename(path)}`;
    // A password is given so that none is asked for.
    const tables = tablesIn(run(['l', '-slt', '-ba', '-p0', '--', archive]));
    if (tables.length === 0) throw new Error('no tables');
    const size = tables.reduce((sum, table) => sum + table.size, 0);
    checkSize(path, { size, packed: statSync(path).size, max: MAX_TABLE_BYTES });
    const said = run(['e', '-p0', '-y', '-spd', '-o/out', '--', archive, ...tables.map(({ name }) => name)]);
    if (process.exitCode) throw new Error(said);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`Архив ${path} повреждён, зашифрован, или в нём нет таблиц КЛАДР.`, {
      cause: error,
    });
  } finally {
    process.exitCode = exitCode; // 7-Zip thinks that the process is its own
  }
}

/** 7-Zip with the folder of the archive as `/in` and `folder` as `/out`: a command gives what it says. */
async function mountSevenZip(path: string, folder: string): Promise<(command: string[]) => string> {
  const { default: sevenZip } = await import('7z-wasm');
  let said: string[] = [];
  const archiver = await sevenZip({ print: (line) => said.push(line), printErr: () => undefined });
  const { FS, NODEFS } = archiver;
  for (const [mount, root] of Object.entries({ '/in': dirname(resolve(path)), '/out': folder })) {
    FS.mkdir(mount);
    FS.mount(NODEFS, { root }, mount);
  }
  return (command) => {
    said = [];
    archiver.callMain(command);
    return said.join('\n');
  };
}

function tablesIn(listing: string): { name: string; size: number }[] {
  const files = listing.matchAll(/Path = (.+)\nSize = (\d+)$/gm);
  return Array.from(files, ([, name = '', size]) => ({ name, size: Number(size) })).filter(({ name }) =>
    TABLES.test(name),
  );
}
