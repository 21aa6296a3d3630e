/** Linters of the OpenAPI document: Spectral with three sets of rules, and Redocly. None of them needs the network. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { installTools } from '../tools.ts';

/** Each has to end without errors and warnings. Rules that do not fit are turned off in their files, with the reason. */
const LINTERS: [name: string, command: string, ...args: string[]][] = [
  [
    'Spectral: OAS и OWASP',
    'spectral',
    'lint',
    '--ruleset',
    'tests/contract/spectral.yaml',
    '--fail-severity',
    'warn',
  ],
  [
    'Spectral: API Design Rules',
    'spectral',
    'lint',
    '--ruleset',
    'tests/contract/adr.yaml',
    '--fail-severity',
    'warn',
  ],
  ['Redocly: recommended-strict', 'redocly', 'lint', '--config', 'tests/contract/redocly.yaml'],
];

/** Runs all linters on the document in `file`. Gives the names of those that found something; they have printed what. */
export async function lintDocument(file: string): Promise<string[]> {
  const commands = installTools(import.meta.dirname);
  const exits = LINTERS.map(async ([name, command, ...args]) => {
    const linter = spawn(join(commands, command), [...args, file], {
      stdio: 'inherit',
      env: {
        ...process.env,
        REDOCLY_TELEMETRY: 'off',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        SCARF_ANALYTICS: 'false',
      },
    });
    const [code] = (await once(linter, 'close')) as [number | null];
    return code === 0 ? [] : [name];
  });
  return (await Promise.all(exits)).flat();
}
