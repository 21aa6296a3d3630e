/**
 * `node tests/dev/run-tool.ts COMMAND …`: runs a command of the tools in `tests/package.json`, in the current folder. Installs the
 * tools before, unless they are there. Ends as the command does.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { installTools } from '../tools.ts';

const [command = '', ...args] = process.argv.slice(2);
const { status, error } = spawnSync(join(installTools(), command), args, { stdio: 'inherit' });
if (error) throw error;
process.exitCode = status ?? 1;
