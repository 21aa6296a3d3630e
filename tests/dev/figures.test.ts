import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { functionsOf } from './figures/functions.ts';
import { arrowsBetween, importsOf } from './figures/imports.ts';
import { measuresOf } from './figures/measures.ts';
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
      { place: 'site/a.astro:7', name: 'wide', parameters: 4 },
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
    expect(arrowsBetween(files).map(({ to }) => to)).toEqual(
      ['b', 'c', 'd', 'e', 'f'].map((name) => `site/${name}.ts`),
    );
  });

  it('find long functions and such with many parameters', () => {
    const contents = {
      'site/a.ts': `class Long { render(this: Long, a, b, c) {${'\n'.repeat(30)}} }`,
      'site/b.ts': `const wide = (a, b, c, d) => {${'\n'.repeat(29)}};`,
    };
    expect(found('Функции длиннее', contents)).toEqual(['site/a.ts:1 render: строк 31']);
    expect(found('параметров больше', contents)).toEqual(['site/b.ts:1 wide: параметров 4']);
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
  const measures = measuresOf(readTree('.'));

  it.each(['Круги импортов', 'Импорты не вниз', 'Папки, которых нет'])('has none of these: %s', (name) => {
    expect(measures.find((measure) => measure.name.startsWith(name))?.items).toEqual([]);
  });
});
