import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { telephoneLink } from '../site/catalogue/wording.ts';
import { readRegion } from '../site/content/read.ts';

/** What the program is made of. Tests, their helpers and guides (`.md`) may name the region. */
const FOLDERS = ['site', 'widgets', 'api-mocks'];
const FREE = /\.test\.ts$|-for-tests\.ts$|^api-mocks\/testing[\w-]*\.ts$|\.md$/;

const FILES = [
  'astro.config.mjs',
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  ),
].filter((file) => !FREE.test(file));

/** A text as a regular expression. */
const letters = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A word without the ending in which another case of it differs. */
function stem(word: string, other = ''): string {
  let length = 0;
  while (length < word.length && word[length] === other[length]) length++;
  return word.slice(0, length);
}

/** A name in all its cases, made from two of them: «Примерская область», «Примерской области». */
function inAnyCase(nominative: string, genitive: string): RegExp {
  const others = genitive.split(' ');
  const stems = nominative.split(' ').map((word, i) => `${letters(stem(word, others[i]))}\\p{L}*`);
  return new RegExp(stems.join('\\s+'), 'iu');
}

const { name, genitive, timeZone, contact } = readRegion();
const KNOWN: [what: string, pattern: RegExp][] = [
  ['name', inAnyCase(name, genitive)],
  ['time zone', new RegExp(letters(timeZone))],
  ['telephone', new RegExp(`${letters(contact.phone)}|${letters(telephoneLink(contact.phone))}`)],
];

describe('no code', () => {
  it.each(KNOWN)('knows the %s of its region', (_, pattern) => {
    const knowing = FILES.filter((file) => pattern.test(readFileSync(file, 'utf8')));
    expect(knowing).toEqual([]);
  });
});

describe('a name in any case', () => {
  const pattern = inAnyCase('Примерская область', 'Примерской области');

  it.each(['Примерская область', 'в Примерской области', 'Примерскую\nобласть', 'ПРИМЕРСКОЙ ОБЛАСТЬЮ'])(
    'is found in «%s»',
    (text) => {
      expect(text).toMatch(pattern);
    },
  );

  it('is not found in another', () => {
    expect('Образцовая область, Примерский район').not.toMatch(pattern);
  });
});
