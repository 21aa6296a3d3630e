import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import { ImportError } from './import-error.ts';
import { checkSize } from './limits.ts';

/** A table of КЛАДР in any folder of the archive: «Base\\KLADR.DBF», «street-01.dbf». */
const TABLE_PATH = /(?:^|[\\/])(?:KLADR|STREET|DOMA|ALTNAMES|SOCRBASE)(?:-[\w-]+)?\.dbf$/i;

/**
 * Unpacks the tables of a 7z archive into a folder. Rejects with an
 * `ImportError` if it is damaged, has no tables, or they are too large.
 */
export async function unpack7z(path: string, folder: string): Promise<void> {
  const { exitCode } = process;
  try {
    const run = await mountSevenZip(path, folder);
    const archive = `/in/${basename(path)}`;
    // With a password on the command line 7-Zip does not ask for one.
    const tables = tablesIn(run(['l', '-slt', '-ba', '-p0', '--', archive]));
    if (tables.length === 0) throw new Error('no tables');
    const size = tables.reduce((sum, table) => sum + table.size, 0);
    checkSize(path, { size, packedSize: statSync(path).size });
    const output = run([
      'e',
      '-p0',
      '-y',
      '-spd',
      '-o/out',
      '--',
      archive,
      ...tables.map(({ name }) => name),
    ]);
    if (process.exitCode) throw new Error(output);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`Архив ${path} повреждён, зашифрован, или в нём нет таблиц КЛАДР.`, {
      cause: error,
    });
  } finally {
    process.exitCode = exitCode; // 7-Zip sets it
  }
}

/**
 * Starts 7-Zip (WebAssembly) with the folder of the archive as `/in` and
 * `folder` as `/out`. The result runs a command and returns its output.
 */
async function mountSevenZip(path: string, folder: string): Promise<(command: string[]) => string> {
  const { default: sevenZip } = await import('7z-wasm');
  let output: string[] = [];
  const archiver = await sevenZip({ print: (line) => output.push(line), printErr: () => undefined });
  const { FS, NODEFS } = archiver;
  for (const [mount, root] of Object.entries({ '/in': dirname(resolve(path)), '/out': folder })) {
    FS.mkdir(mount);
    FS.mount(NODEFS, { root }, mount);
  }
  return (command) => {
    output = [];
    archiver.callMain(command);
    return output.join('\n');
  };
}

/** The tables in the output of `7z l -slt`: lines «Path = …» and «Size = …». */
function tablesIn(listing: string): { name: string; size: number }[] {
  const files = listing.matchAll(/Path = (.+)\nSize = (\d+)$/gm);
  return Array.from(files, ([, name = '', size]) => ({ name, size: Number(size) })).filter(({ name }) =>
    TABLE_PATH.test(name),
  );
}
