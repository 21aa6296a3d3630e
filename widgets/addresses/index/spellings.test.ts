import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkProperty, sampleOf } from '../../../tests/random-examples.ts';
import { readDbfRows } from '../build/gar-for-tests.ts';
import { formatHouseList, writeHouse } from '../build/house-list.ts';
import { groupBy } from './group-by.ts';
import { normalizeHouse } from './house-number.ts';
import type { HouseRow } from './houses.ts';
import { findHouse } from './known-house.ts';
import { readHouse } from './read-house.ts';
import { usualSpellings } from './spellings-for-tests.ts';

/** What the data of a street say of a house, in any spelling: as the reader asks them. */
function lookUp(rows: readonly HouseRow[], typed: string): string | undefined {
  const { ifListed, house, isUnfinished } = readHouse(typed) ?? {};
  const found = findHouse(rows, (isUnfinished ? undefined : (ifListed ?? house)) ?? normalizeHouse(typed));
  return found.listed ? found.house : undefined;
}

const rowOf = (list: string): HouseRow => ({ list, postcode: '656049', okato: '' });
/** Ranges, and what stands for all houses, are no houses. */
const isHouse = (item: string) => item && !/^(?:[нч]?(?:\(?\d+-\d+\)?)?|все|другие)$/i.test(item);

describe('a house that the importer writes', () => {
  it('is found by each of its usual spellings, and by no other house', async () => {
    const digits = fc.integer({ min: 1, max: 999 });
    const number = fc
      .tuple(digits, fc.constantFrom('', 'А', 'Б', '/3', '/2А', '-14', '/а'))
      .map(([first, end]) => `${first}${end}`);
    const part = fc.record({
      kind: fc.constantFrom('к', 'стр', 'соор', 'лит'),
      number: fc.oneof(digits.map(String), number),
    });
    const parts = fc.uniqueArray(part, { maxLength: 2, selector: ({ kind }) => kind });
    const house = fc
      .tuple(fc.option(number), parts)
      .map(([first, others]) => [
        ...(first === null ? [] : [{ kind: '' as const, number: first }]),
        ...others.map(({ kind, ...rest }) => ({ kind: kind as 'к', ...rest })),
      ]);
    await checkProperty(
      fc.property(house, fc.integer({ min: 1, max: 999 }), (written, other) => {
        const item = writeHouse(written);
        if (!item) return;
        const rows = [rowOf(formatHouseList([item])), rowOf(formatHouseList([String(other)]))];
        for (const typed of usualSpellings(item))
          expect([typed, lookUp(rows, typed)]).toEqual([typed, item.toLowerCase()]);
      }),
      300,
    );
  });
});

// The tables are not in the repository: OKNO_DATA names the folder that holds `data/kladr`.
const DATA = process.env['OKNO_DATA'] ? join(process.env['OKNO_DATA'], 'data/kladr') : '';
if (!DATA) console.warn('OKNO_DATA is not set: the houses of the real КЛАДР files are not looked up.');

describe.skipIf(!DATA)('the houses of the real table DOMA', () => {
  const tables = { 'altai-2006/DOMA.DBF': 1, 'russia-2006/DOMA.DBF.gz': 20 };

  it.each(Object.entries(tables))('of %s are found by their usual spellings', (file, share) => {
    const bytes = readFileSync(join(DATA, file));
    const table = readDbfRows('DOMA', file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    const streets = [...groupBy(table, ({ CODE = '' }) => CODE.slice(0, 15)).values()];
    let asked = 0;
    const missing: string[] = [];
    for (const street of sampleOf(streets, share)) {
      const rows = street.map(({ NAME = '' }) => rowOf(NAME));
      for (const item of rows.flatMap(({ list }) => list.split(',')).filter(isHouse))
        for (const typed of usualSpellings(item)) {
          asked++;
          if (lookUp(rows, typed) !== item.toLowerCase()) missing.push(`${item}: ${typed}`);
        }
    }
    console.info(`${file}: ${asked} spellings, not found: ${missing.join('; ') || 'none'}`);
    expect(asked).toBeGreaterThan(500);
    expect(missing.length / asked).toBeLessThan(0.005);
  });
});
