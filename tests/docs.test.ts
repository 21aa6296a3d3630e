import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const FOLDERS = ['site', 'widgets', 'api-mocks', 'tests', 'content'];
const ALL = [
  ...readdirSync('.'),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => !path.includes('node_modules'))
      .map((path) => `${folder}/${path}`),
  ),
];
const READMES = ['README.md', 'CONTRIBUTING.md', ...ALL.filter((path) => path.endsWith('/README.md'))];

/** Files that stand for any file of their kind. */
const EXAMPLES = /(?:^|\/)(?:x|page-feedback|imya-uslugi|okpo)\./;

/** Names of files in backticks: `forms/form.ts` may be `widgets/forms/form.ts`. What is within a code block is not looked at. */
const filesNamedIn = (text: string): string[] =>
  [...text.replaceAll(/^```[^]*?^```/gm, '').matchAll(/`([\w./[\]-]+\.(?:ts|astro|mjs|yaml))`/g)].map(
    ([, name = '']) => name.replace(/^(?:\.\.?\/)+/, ''),
  );

describe('a file that a README names', () => {
  it.each(READMES)('is there: %s', (readme) => {
    const missing = filesNamedIn(readFileSync(readme, 'utf8')).filter(
      (name) => !EXAMPLES.test(name) && !ALL.some((path) => path === name || path.endsWith(`/${name}`)),
    );
    expect(missing).toEqual([]);
  });

  it('is found when it is not', () => {
    expect(filesNamedIn('`drafts/x.ts`, `../a-b/[slug].astro`\n```\n`no.ts`\n```\n')).toEqual([
      'drafts/x.ts',
      'a-b/[slug].astro',
    ]);
  });
});
