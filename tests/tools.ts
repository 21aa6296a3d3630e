import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Installs the tools that the package.json of `folder` names, `tests/` without one, unless they are there as its lock file has them.
 * Says so before; of what npm says, only errors are shown. Gives the folder of their commands. They are not in the package.json of
 * the root because few commands need them. Throws when npm fails.
 */
export function installTools(folder = import.meta.dirname): string {
  const commands = join(folder, 'node_modules/.bin');
  // npm writes this list last.
  const installed = statSync(join(folder, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (installed && installed.mtimeMs > statSync(join(folder, 'package-lock.json')).mtimeMs) return commands;
  console.log(`Устанавливаем инструменты из ${relative('', folder)}/package.json (один раз)`);
  const { status } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) throw new Error(`npm ci in ${folder} ended with ${status}`);
  return commands;
}
