import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readHouse, readHousesAtEnd } from './read-house.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [, section = ''] = README.split('### Houses as they are typed\n');
/** The rows of the table in README.md: what is typed, house, flat, what is kept as typed. */
const rows = [...section.slice(0, section.indexOf('\n#')).matchAll(/^\|(.*)\|$/gm)]
  .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
  .slice(2);

describe('readHouse', () => {
  it.each(rows)('reads «%s» as the table of README.md says', (typed, ...cells) => {
    const { house = '', ifListed = '', flat = '', details = [] } = readHouse(typed) ?? {};
    expect([house || (ifListed && `[${ifListed}]`), flat, details.join(', ')]).toEqual(cells);
    expect(rows.length).toBeGreaterThan(20);
  });

  it('says that a word was only begun', () => {
    for (const typed of ['12 к', '12, кварт', '12 кв.', '12/', '12 корп', '12, под'])
      expect([typed, readHouse(typed)]).toEqual([typed, { house: '12', isUnfinished: true }]);
  });

  it('reads parts without a house', () => {
    expect(readHouse(', кв 5, ком. 2')).toEqual({ flat: '5', details: ['ком. 2'] });
    expect(readHouse('')).toEqual({});
  });

  it('takes any text without harm', () => {
    for (const text of [
      '12 '.repeat(70),
      '/'.repeat(200),
      '12-'.repeat(60),
      'İİİ 12',
      '«'.repeat(200),
      '12 кв '.repeat(30),
    ]) {
      const start = performance.now();
      readHousesAtEnd(`ленина ${text}`);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});

describe('readHousesAtEnd', () => {
  it.each([
    ['Барнаул Молодежная 12, подъезд 3, кв 5', ['12']],
    ['Барнаул Молодежная 12 корпус А', ['12ка']],
    ['Барнаул Молодежная 12 блок 2', ['12']],
    ['Барнаул Молодежная 12, 3 этаж', ['12']],
    ['Барнаул Молодежная зд. 12', ['12']],
    ['Барнаул Молодежная 55 k3', ['55к3']],
    ['г Барнаул, ул Молодежная, д. 12А, стр. 1А', ['12астр1а']],
    ['ул 40 лет октября 5', ['5']],
    ['западная 2 5', ['2', '5']],
    ['ленина стр 5', ['[стр5]', '5']],
    ['све ком 5', ['5']],
    ['ленина12', ['12']],
    ['ельцовка 59 км 62', ['[км62]', '62']],
    ['западная 2-я', []],
    ['западная 2я', []],
    ['ленина кв 5', []],
    ['ленина 3 этаж', []],
    ['ленина а', []],
    ['ленина 656049', []],
  ])('finds in «%s» %j', (line, houses) => {
    const found = readHousesAtEnd(line);
    expect(found.map(({ house, ifListed = '' }) => house ?? `[${ifListed}]`)).toEqual(houses);
    for (const { before, ending } of found) expect(before + ending).toBe(line);
  });
});
