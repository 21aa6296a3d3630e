import { describe, expect, it } from 'vitest';

import type { RegionRows } from '../build/dataset.ts';
import { encodeIndex, memoryFetch, TEST_INDEX_URL } from '../build/index-for-tests.ts';
import { openAddressIndex } from './reader.ts';

const row = (code: string, type: string, name: string) => ({
  ...{ code, type, name, postcode: '', okato: '', oktmo: '', houses: [], status: 0 },
});

/** A region with one town, and one street with the houses 1 to 60 in it. */
const regionWith = (region: string, [name, town, street]: [string, string, string]): RegionRows => ({
  region,
  localities: [row(`${region}000000000`, 'край', name), row(`${region}000001000`, 'г', town)],
  streets: [
    {
      ...row(`${region}0000010000001`, 'ул', street),
      houses: [{ list: '1-60', postcode: `${region}0001`, okato: '' }],
    },
  ],
  former: [],
});

const FILES = encodeIndex(
  [
    regionWith('01', ['Адыгея', 'Майкоп', 'Ленина']),
    regionWith('22', ['Алтайский', 'Барнаул', 'Ленина']),
    regionWith('23', ['Краснодарский', 'Краснодар', 'Ленина']),
  ],
  new Map([
    ['край', 'край'],
    ['г', 'город'],
    ['ул', 'улица'],
  ]),
);

describe('an index of the country, where the region is not known', () => {
  it.each([
    ['барн лен 12', 'Барнаул, ул Ленина, 12'],
    ['лен 12 барн', 'Барнаул, ул Ленина, 12'],
    [',fhy kty 12', 'Барнаул, ул Ленина, 12'],
    ['алтайский лен 12', 'Барнаул, ул Ленина, 12'],
    ['майкоп лен 12', 'Майкоп, ул Ленина, 12'],
  ])('finds the region by its town or name: «%s»', async (line, found) => {
    const [first] = await openAddressIndex(TEST_INDEX_URL, memoryFetch(FILES)).suggest(line);
    expect(first?.line).toBe(found);
  });

  it('fetches the list of towns, and nothing of other regions', async () => {
    const asked: string[] = [];
    const read = memoryFetch(FILES);
    const addresses = openAddressIndex(TEST_INDEX_URL, (input, init) => {
      asked.push((input as URL).pathname.replace(/^.*\/(\d\d[a-z]?).*$/, '$1'));
      return read(input, init);
    });
    await addresses.suggest('барн лен 12');
    expect(asked).toEqual(['/addresses/manifest.json', '00t', '22', '22b']);
  });
});
