import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { Dbf } from '../build/dbf.ts';
import { TEST_INDEX_URL, testDistributions, buildTestIndex, memoryFetch } from '../build/index-for-tests.ts';
import { openAddressIndex } from './reader.ts';

interface Row {
  items: string[];
  postcode: string;
}

/** The rows of DOMA by the code of their street, in the order of the file, and the streets' own postcodes. */
function tables(from: string) {
  const open = (table: string) =>
    new Dbf(readFileSync(join(from, table)), table, { CODE: undefined, NAME: undefined, INDEX: 6 });
  const [doma, street] = [open('DOMA.DBF'), open('STREET.DBF')];
  const rows = new Map<string, Row[]>();
  const sorted = [...doma.rows()].sort((a, b) => (doma.text(a, 'CODE') < doma.text(b, 'CODE') ? -1 : 1));
  for (const row of sorted) {
    const code = doma.text(row, 'CODE').slice(0, 15);
    const items = doma.text(row, 'NAME').toLowerCase().split(',');
    rows.set(code, [...(rows.get(code) ?? []), { items, postcode: doma.text(row, 'INDEX') }]);
  }
  const own = new Map([...street.rows()].map((row) => [street.text(row, 'CODE'), street.text(row, 'INDEX')]));
  return { rows, own };
}

/** Whether a range such as `н(1-53)` or `2-8` has the number. */
function hasNumber(item: string, number: number): boolean {
  const [from = NaN, to = NaN] = item.match(/\d+/g)?.map(Number) ?? [];
  const end = to >= 998 ? Infinity : to;
  const rightParity = item.startsWith('н')
    ? number % 2 === 1
    : item.startsWith('ч')
      ? number % 2 === 0
      : true;
  return /^[нч]?\(?\d+-\d+\)?$/.test(item) && rightParity && from <= number && number <= end;
}

/** The postcode by a plain scan: the house itself, then its number in a range, then the rest of its parity. */
function scan(rows: Row[], house: string): string | undefined {
  const number = parseInt(house);
  const rest = number % 2 ? 'н' : 'ч';
  const row =
    rows.find(({ items }) => items.includes(house)) ??
    rows.find(({ items }) => items.some((item) => hasNumber(item, number))) ??
    rows.find(({ items }) => items.includes(rest));
  return row?.postcode;
}

/** Houses that a row names, at the ends of its ranges, just outside them, and with a letter. */
const around = (item: string): string[] => {
  const numbers = item.match(/\d+/g)?.map(Number) ?? [1, 2];
  const near = numbers.flatMap((number) => [number - 1, number, number + 1]).filter((number) => number > 0);
  const named = /^\d+([а-я]|\/\d+|к\d+|стр\d+)?$/.test(item) ? [item] : [];
  return [...named, ...near.map(String), `${near.at(-1) ?? 1}я`];
};

describe.each(testDistributions())('postcodes of $name', ({ from, isReal }) => {
  it('are those of a plain scan of the rows', async () => {
    const { files } = await buildTestIndex(from);
    const addresses = openAddressIndex(TEST_INDEX_URL, memoryFetch(files));
    const { rows, own } = tables(from);
    let asked = 0;
    const wrong: unknown[] = [];
    let i = 0;
    for (const [street, ofStreet] of rows) {
      const postcodes = new Set(ofStreet.flatMap(({ postcode }) => postcode || []));
      const [only] = postcodes;
      const common = postcodes.size > 1 ? undefined : (only ?? (own.get(`${street}00`) || undefined));
      // All real rows of the region name several postcodes; of the invented streets every tenth is enough.
      if (!own.has(`${street}00`) || (isReal && i++ % 10 && postcodes.size < 2)) continue;
      for (const house of new Set(ofStreet.flatMap(({ items }) => items.flatMap(around)))) {
        const expected = scan(ofStreet, house) || common;
        const got = await addresses.postcode(`${street}00`, house);
        asked++;
        if (got !== expected) wrong.push({ street, house, expected, got });
      }
    }
    console.info(`postcodes asked for: ${asked}`);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(20);
  });
});
