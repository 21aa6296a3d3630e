import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { commentsIn } from './figures/comments.ts';
import { functionsOf } from './figures/functions.ts';
import { importEdges, importsOf } from './figures/imports.ts';
import { measuresOf } from './figures/measures.ts';
import { packagesInRoot } from './figures/packages.ts';
import { roomTable } from './figures/table.ts';
import { readTree, type CodeFile } from './figures/tree.ts';

/** A tree with these files in a temporary folder, deleted when the test is over. */
function treeOf(contents: Record<string, string>): CodeFile[] {
  const root = mkdtempSync(join(tmpdir(), 'okno-figures-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  for (const room of ['site', 'widgets', 'api-mocks', 'tests']) mkdirSync(join(root, room));
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return readTree(root);
}

/** What one figure of a tree has found, by a piece of its name. */
const found = (name: string, contents: Record<string, string>): string[] | undefined =>
  measuresOf(treeOf(contents)).find((measure) => measure.name.includes(name))?.items;

describe('the figures', () => {
  it('count files and lines by room, tests apart', () => {
    const files = treeOf({
      'site/a.ts': 'one\n',
      'site/b/c.ts': 'one\ntwo\nthree\n',
      'site/b/c.test.ts': 'one\ntwo\n',
      'api-mocks/testing.ts': 'one\n',
      'content/readme.ts': 'is no code\n',
    });
    const cells = roomTable(files, true).map((line) => line.split(/ {2,}/));
    expect(cells.slice(1)).toEqual([
      ['site', '1', '1', '1', '1', '1'],
      ['site/b', '1', '3', '3', '3', '3'],
      ['всего', '2', '4', '1', '3', '3'],
      ['тесты', '2', '3', '1', '2', '2'],
    ]);
  });

  it('read the frontmatter and the scripts of .astro files, where they stand', () => {
    const [file] = treeOf({
      'site/a.astro': `---\nimport b from './b.ts';\n---\n<p>import './no.ts'</p>\n<script>\nimport './c.ts';\nfunction wide(a, b, c, d) {}\n</script>\n`,
    });
    expect(file && importsOf(file)).toEqual(['./b.ts', './c.ts']);
    expect(file && functionsOf(file)).toMatchObject([
      { location: 'site/a.astro:7', name: 'wide', parameters: 4 },
    ]);
  });

  it('find values, types, import() and what is exported again', () => {
    const files = treeOf({
      'site/a.ts': `import './b.ts';
        import type { C } from './c.ts';
        export { d } from './d.ts';
        type E = import('./e.ts').E;
        const f = () => import('./f.ts');`,
      ...Object.fromEntries(['b', 'c', 'd', 'e', 'f'].map((name) => [`site/${name}.ts`, ''])),
    });
    expect(importEdges(files).map(({ to }) => to)).toEqual(
      ['b', 'c', 'd', 'e', 'f'].map((name) => `site/${name}.ts`),
    );
  });

  it('find long functions and such with many parameters', () => {
    const contents = {
      'site/a.ts': `class Long { render(this: Long, a, b, c) {${'\n'.repeat(30)}} }`,
      'site/reason.ts': `// eslint-disable-next-line max-lines-per-function -- markup\nconst long = () => {${'\n'.repeat(30)}};`,
      'site/b.ts': `const wide = (a, b, c, d) => {${'\n'.repeat(29)}};`,
    };
    expect(found('Функции длиннее', contents)).toEqual(['site/a.ts:1 render: строк 31']);
    expect(found('параметров без причины', contents)).toEqual(['site/b.ts:1 wide: параметров 4']);
  });

  it('find files over their limit that do not say why at their top', () => {
    const lines = (count: number) => 'f();\n'.repeat(count);
    const reason = '// Longer than other modules: words only.\n';
    const contents = {
      'site/module.ts': lines(151),
      'site/just.ts': lines(150),
      'site/reason.ts': `import './just.ts';\n${reason}${lines(150)}`,
      'site/late.ts': `${lines(151)}${reason}`,
      'site/page.astro': `---\n---\n${lines(99)}`,
      'site/module.test.ts': lines(301),
      'tests/helper.ts': lines(151),
      'widgets/element.ts': `export class A extends LitElement {}\n${lines(249)}`,
      'widgets/large.ts': `export class A extends FormElement {}\n${lines(250)}`,
    };
    expect(found('больше предела', contents)).toEqual([
      'site/late.ts: строк 152 из 150',
      'site/module.test.ts: строк 301 из 300',
      'site/module.ts: строк 151 из 150',
      'site/page.astro: строк 101 из 100',
      'tests/helper.ts: строк 151 из 150',
      'widgets/large.ts: строк 251 из 250',
    ]);
  });

  it('find names that two files export, tests left out', () => {
    const contents = {
      'site/a.ts': 'export const same = 1, other = 2;',
      'site/b.ts': 'export function same(): void;\nexport function same() {}',
      'site/c.ts': `const same = 3;\nexport { other } from './a.ts';`,
      'site/b.test.ts': 'export const same = 4;',
    };
    expect(found('экспортированы дважды', contents)).toEqual(['same: site/a.ts:1 site/b.ts:1']);
  });

  it('find exports and public properties without a sentence', () => {
    const contents = {
      'site/a.ts': `/** Says what it is. */\nexport const good = 1;\n// No doc comment.\nexport const bare = 2;
        /** @param a - What it needs. */\nexport function tagsOnly(a: string) {}
        const inner = 3;
        /** A schema and its type are one name. */\nexport const Both = 4;\nexport type Both = number;`,
      'site/b.ts': `/** A class. */\nexport class Card extends Base {
          bare = 1;\n/** Has one. */ good = 2;\n#hidden = 3;\nprivate secret = 4;\noverride known = 5;
          get size() { return 1; }\nrender() {} }
        /** A shape. */\nexport interface Shape {\n  width: number;\n  /** In pixels. */\n  height: number;\n}`,
    };
    expect(found('Экспорты без фразы', contents)).toEqual(['site/a.ts:4 bare', 'site/a.ts:6 tagsOnly']);
    expect(found('свойства без фразы', contents)).toEqual([
      'site/b.ts:3 Card.bare',
      'site/b.ts:8 Card.size',
      'site/b.ts:12 Shape.width',
    ]);
  });

  it('count lines of comment and examples', () => {
    const files = treeOf({
      'site/a.ts': `/**\n * Adds.\n * @example\n * add(1, 2) // 3\n */\nconst a = '// text'; // behind code\n// alone\nf();`,
    });
    expect(commentsIn(files)).toEqual({ lines: 6, examples: 1 });
  });

  it('count the packages that a root installs on Linux', () => {
    const root = mkdtempSync(join(tmpdir(), 'okno-figures-'));
    onTestFinished(() => {
      rmSync(root, { recursive: true });
    });
    const packages = {
      '': { dependencies: { a: '1' }, devDependencies: { '@scope/b': '1' } },
      'node_modules/a': { dependencies: { c: '1' }, optionalDependencies: { mac: '1', linux: '1' } },
      'node_modules/a/node_modules/c': {},
      'node_modules/@scope/b': {
        peerDependencies: { c: '2', no: '1' },
        peerDependenciesMeta: { no: { optional: true } },
      },
      'node_modules/c': {},
      'node_modules/mac': { os: ['darwin'], dependencies: { 'only-mac': '1' } },
      'node_modules/only-mac': {},
      'node_modules/linux': { os: ['!win32'], cpu: ['x64'] },
      'node_modules/no': {},
    };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
    expect(packagesInRoot(root).map((path) => path.replaceAll('node_modules/', ''))).toEqual([
      '@scope/b',
      'a',
      'a/c',
      'c',
      'linux',
    ]);
  });

  it('find a circle that is closed by a type', () => {
    const contents = {
      'site/a.ts': `import './b.ts';`,
      'site/b.ts': `import './c.ts';`,
      'site/c.ts': `import type { A } from './a.ts';`,
      'site/d.ts': `import './a.ts';`,
    };
    expect(found('Круги', contents)).toEqual(['файлов 3: site/a.ts site/b.ts site/c.ts']);
    expect(found('Круги', { ...contents, 'site/c.ts': '' })).toEqual([]);
  });

  it('find imports that go up or across, and folders that no floor knows', () => {
    const contents = {
      'api-mocks/main.ts': `import './pages/case.ts';`,
      'api-mocks/pages/case.ts': `import '../store/rows.ts';`,
      'api-mocks/store/rows.ts': `import type { Case } from '../pages/case.ts';`,
      'api-mocks/drafts/drafts.ts': `import '../payments/invoices.ts';`,
      'api-mocks/payments/invoices.ts': '',
      'api-mocks/attic/old.ts': '',
      'site/components/List.astro': `---\n---\n<script>import '../pages/list.ts';</script>\n`,
      'site/pages/list.ts': '',
      'widgets/addresses/search/find.ts': `import '../suggest/rank.ts';`,
      'widgets/addresses/suggest/rank.ts': '',
    };
    expect(found('не вниз', contents)).toEqual([
      'site/components/List.astro → site/pages/list.ts',
      'api-mocks/drafts/drafts.ts → api-mocks/payments/invoices.ts',
      'api-mocks/store/rows.ts → api-mocks/pages/case.ts',
      'widgets/addresses/search/find.ts → widgets/addresses/suggest/rank.ts',
    ]);
    expect(found('нет среди этажей', contents)).toEqual(['api-mocks/attic/']);
  });

  it('tell what the code knows of its region from examples', () => {
    const contents = {
      'site/knows.ts': `const zone = 'Asia/Barnaul';`,
      'site/page.astro': '---\n---\n<p>Алтайский край</p>\n',
      'site/number.ts': 'const number = `22-${year}-${last}`; const at = "09:00+07:00";',
      'site/comment.ts': '/** A place: «Барнаул», a number: 22-2026-000001. */',
      'site/messages.ts': `const hint = 'Введите адрес, например: Барнаул, пр-кт Ленина, 12'; const hint2 = 'Например, 22-2026-000001';`,
      'site/numbers.ts': '/** `22-2026-000001` at 09:00+07:00 */',
      'site/fields.ts': `const field = { example: '8 800 100-70-10' };`,
      'widgets/contract/cases/docs.ts': `export const AGENCY = { title: 'Комитет города Барнаула' };`,
      'site/page.test.ts': `const zone = 'Asia/Barnaul';`,
    };
    expect(found('знают свой регион', contents)).toEqual([
      'site/knows.ts: 1 Barnaul',
      'site/number.ts: 1 22-${, 1 +07:00',
      'site/page.astro: 3 Алтайск',
    ]);
    expect(found('только в примерах', contents)?.map((item) => item.replace(/:.*/, ''))).toEqual([
      'site/comment.ts',
      'site/fields.ts',
      'site/messages.ts',
      'widgets/contract/cases/docs.ts',
    ]);
  });
});

describe('this repository', () => {
  const measures = measuresOf(readTree('.')).filter(({ goal }) => goal !== undefined);

  it.each(measures)('reaches its goal: $name', ({ goal = 0, items }) => {
    expect(items.length > goal ? items : []).toEqual([]);
  });
});
