import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { ESLint } from 'eslint';
import { check, resolveConfig } from 'prettier';
import { afterAll, describe, expect, it } from 'vitest';

import { unusedMeasures } from './dev/figures/unused.ts';

/**
 * Each rule of CONTRIBUTING.md catches code that breaks it. Floors: `floors.test.ts`; figures: `dev/figures.test.ts`; commits:
 * `dev/commit-subjects.test.ts`; bytes: `widgets/bytes.test.ts`.
 */
const folder = mkdtempSync(join(tmpdir(), 'okno-rules-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('lint', () => {
  const eslint = new ESLint({
    overrideConfigFile: resolve('eslint.config.mjs'),
    ruleFilter: ({ ruleId }) => !/^(?:@typescript-eslint|boundaries)\//.test(ruleId),
  });
  const lint = async (path: string, code: string) => {
    const [result] = await eslint.lintText(code, { filePath: resolve(path) });
    return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
  };
  const long = (lines: number) => `export function long() {${'\n'.repeat(lines - 1)}}\n`;

  it.each([
    ['a long function', 'max-lines-per-function', long(31)],
    ['a fourth parameter', 'max-params', 'export const wide = (a, b, c, d) => a + b + c + d;\n'],
    [
      'an exception without a reason',
      '@eslint-community/eslint-comments/require-description',
      `// eslint-disable-next-line max-lines-per-function\n${long(31)}`,
    ],
    [
      'an exception from all rules',
      '@eslint-community/eslint-comments/no-unlimited-disable',
      '// eslint-disable-next-line -- it is late\nexport const a = 1;\n',
    ],
    ['a barrel', 'no-restricted-syntax', `export * from './other.ts';\n`],
    [
      'markup that nobody checks',
      'no-restricted-syntax',
      `import { unsafeHTML } from 'lit';\nunsafeHTML();\n`,
    ],
    [
      'a formatter of dates that goes by the device',
      'no-restricted-syntax',
      `export const day = new Intl.DateTimeFormat('ru', { day: 'numeric' });\n`,
    ],
    [
      'a time that goes by the device',
      'no-restricted-syntax',
      `export const time = (at) => at.toLocaleTimeString('ru');\n`,
    ],
    ['an hour of the device', 'no-restricted-syntax', 'export const hour = (at) => at.getHours();\n'],
  ])('does not let %s pass', async (_, rule, code) => {
    expect(await lint('widgets/text/planted.ts', code)).toEqual([rule]);
  });

  it('does not let an address of the catalogue pass that no path may stand before', async () => {
    const links = ['"/guide/"', '{`/guide/${Astro.url}/`}', '{Astro.site ? "/guide/" : "#a"}'];
    const page = [...links, '{addressOf("/guide/")}'].map((href) => `<a href=${href}>x</a>\n`).join('');
    const code = `---\nimport { addressOf } from '../data/address.ts';\n---\n${page}`;
    const rule = 'no-restricted-syntax';
    expect(await lint('site/pages/planted.astro', code)).toEqual(links.map(() => rule));
    expect(await lint('site/search/planted.ts', `location.replace('/guide/');\n`)).toEqual([rule]);
    expect(await lint('site/search/planted.ts', `'a/b'.replace('/', '');\n`)).toEqual([]);
  });

  it('lets an exception with a reason pass, and a suite of tests', async () => {
    const reason = '// eslint-disable-next-line max-lines-per-function -- markup\n';
    expect(await lint('widgets/text/planted.ts', long(30))).toEqual([]);
    expect(await lint('widgets/text/planted.ts', reason + long(31))).toEqual([]);
    expect(await lint('widgets/text/planted.test.ts', long(31))).toEqual([]);
  });
});

describe('rules that need types', () => {
  it('do not let a promise that nobody awaits pass, nor a wrong type, but an exception with a reason', () => {
    const planted = mkdtempSync(join(folder, 'types-'));
    const wrong = 'Promise.resolve();\n';
    writeFileSync(
      join(planted, 'tsconfig.json'),
      '{ "compilerOptions": { "strict": true, "target": "ES2023" } }',
    );
    writeFileSync(join(planted, 'promise.ts'), wrong);
    writeFileSync(
      join(planted, 'reason.ts'),
      `// oxlint-disable-next-line typescript/no-floating-promises -- late\n${wrong}`,
    );
    writeFileSync(join(planted, 'type.ts'), `export const size: number = 'ten';\n`);
    const args = ['-f', 'json', '--type-aware', '--type-check', '--config', resolve('.oxlintrc.json')];
    const { stdout } = spawnSync('oxlint', args, { cwd: planted, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
    expect(diagnostics.map(({ filename, code }) => `${filename}: ${code}`).sort()).toEqual([
      'promise.ts: typescript(no-floating-promises)',
      'type.ts: typescript(TS2322)',
    ]);
  });

  it('are left out with a reason only', () => {
    const files = globSync('{site,widgets,api-mocks,tests}/**/*.ts', { exclude: ['**/node_modules/**'] });
    const exceptions = files.flatMap(
      (file) => readFileSync(file, 'utf8').match(/^ *(?:\/\/|\/\*) oxlint-disable.*$/gm) ?? [],
    );
    expect(exceptions.filter((line) => !/oxlint-disable\S* typescript\/\S+ -- \S/.test(line))).toEqual([]);
  });
});

describe('The format', () => {
  it('of code is that of oxfmt', () => {
    const cwd = mkdtempSync(join(folder, 'format-'));
    writeFileSync(join(cwd, 'planted.ts'), `export const a = "word"\n`);
    writeFileSync(join(cwd, 'right.ts'), `export const a = 'word';\n`);
    const args = ['--list-different', '-c', resolve('.oxfmtrc.json'), '.'];
    const { stdout } = spawnSync('oxfmt', args, { cwd, encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toEqual(['planted.ts']);
  });

  it('of Astro is that of Prettier', async () => {
    const filepath = resolve('site/components/planted.astro');
    const options = { ...(await resolveConfig(filepath)), filepath };
    expect(await check(`<p title = 'a'>word</p>\n`, options)).toBe(false);
    expect(await check(`<p title="a">word</p>\n`, options)).toBe(true);
  });
});

describe('knip', () => {
  it('finds exports, files and packages that nothing uses, and packages without an entry', () => {
    const contents = {
      'package.json': JSON.stringify({
        name: 'planted',
        type: 'module',
        scripts: { start: 'node api-mocks/main.ts' },
        dependencies: { valibot: '*', idb: '*' },
      }),
      'api-mocks/main.ts': `import * as v from 'valibot';\nimport 'lit';\nimport { used } from './used.ts';\nv.parse(v.string(), used);\n`,
      'api-mocks/used.ts': 'export const used = 1;\nexport const dead = 2;\nexport interface Dead {}\n',
      'api-mocks/attic.ts': 'export const old = 1;\n',
    };
    for (const [path, content] of Object.entries(contents)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const [code, packages] = unusedMeasures(folder);
    expect(code?.items).toEqual(['api-mocks/attic.ts', 'api-mocks/used.ts: dead', 'api-mocks/used.ts: Dead']);
    expect(packages?.items.sort()).toEqual(['api-mocks/main.ts: lit', 'package.json: idb']);
  });

  it('finds nothing of the kind here', () => {
    expect(unusedMeasures('.').flatMap(({ items }) => items)).toEqual([]);
  });
});

describe('a package that the root and tests/ both name', () => {
  it('has the same version in both', () => {
    const versionsIn = (file: string) =>
      (JSON.parse(readFileSync(file, 'utf8')) as { devDependencies: Record<string, string> }).devDependencies;
    const root = versionsIn('package.json');
    const both = Object.entries(versionsIn('tests/package.json')).filter(([name]) => name in root);
    expect(both).toEqual(both.map(([name]) => [name, root[name]]));
  });
});
