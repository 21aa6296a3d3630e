import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Measure } from './measure.ts';

/** What knip found in one file, by kind: `exports`, `types`, `devDependencies`, … */
type FileIssues = { file: string } & Record<string, Named[] | Named[][]>;
interface Named {
  name: string;
}

/** The same settings for every root: an older checkout has none of its own. */
const SETTINGS = fileURLToPath(new URL('../../../.knip.jsonc', import.meta.url));
const PACKAGES = ['dependencies', 'devDependencies', 'optionalPeerDependencies', 'unlisted', 'binaries'];

/**
 * Exports and files that nothing imports, and packages that nothing uses or that `package.json` does not name, by knip and its
 * settings in `.knip.jsonc`. Takes some seconds. Throws when knip cannot read the root: its packages have to be installed.
 */
export function unusedMeasures(root: string): Measure[] {
  const args = ['--directory', root, '--config', SETTINGS, '--reporter', 'json', '--no-exit-code'];
  const knip = spawnSync('knip', args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (knip.status !== 0) throw new Error(`knip: ${knip.stderr || String(knip.error)}`);
  // Settings of other tools, which knip loads, may say something before.
  const report = knip.stdout.trim().split('\n').at(-1) ?? '';
  const { issues } = JSON.parse(report) as { issues: FileIssues[] };
  const findings = issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, names]) => names.flat().map(({ name }) => ({ file, kind, name }))),
  );
  const items = (isPackage: boolean) =>
    findings
      .filter(({ kind }) => PACKAGES.includes(kind) === isPackage)
      .map(({ file, kind, name }) => (kind === 'files' ? file : `${file}: ${name}`));
  return [
    { name: 'Экспорты и файлы без употребления', goal: 0, items: items(false) },
    { name: 'Пакеты без употребления или без записи', goal: 0, items: items(true) },
  ];
}
