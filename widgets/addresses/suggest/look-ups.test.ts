import { beforeAll, describe, expect, it } from 'vitest';

import { openDemoAddresses } from './demo-addresses-for-tests.ts';
import type { AddressIndex } from './reader.ts';

let addresses: AddressIndex;
beforeAll(async () => {
  addresses = await openDemoAddresses();
});

describe('an address index', () => {
  it('knows the listed houses near one, with their postcodes', async () => {
    const near = await addresses.housesNear('22000001000003900', 'д. 61, корп. 2');
    expect(near).toEqual(['58', '59', '60'].map((house) => ({ house, listed: true, postcode: '656064' })));
  });

  it.each([
    ['a street whose houses are not listed', '22000001000004100'],
    ['a place', '2200000100000'],
    ['a code of no object', '2299900000000'],
    ['another region', '7700000000000'],
  ])('knows none in %s', async (_what, code) => {
    expect(await addresses.housesNear(code, '12')).toEqual([]);
  });

  it.each([
    ['22', 'Алтайский край'],
    ['22032', 'Павловский р-н'],
    ['2203200000000', 'Павловский р-н'],
    ['22000001', 'Барнаул'],
    ['22018000016', 'Каменский р-н, п Михайловка'],
    ['22999', undefined],
    ['77', undefined],
  ])('says that %s is %s', async (within, line) => {
    expect((await addresses.locate(within))?.line).toBe(line);
  });

  it('says of a place that it has no streets, but not of streets and districts', async () => {
    const hasStreets = async (code: string) => (await addresses.resolve(code))?.hasStreets;
    expect(await hasStreets('2201800001600')).toBe(false);
    for (const code of ['2200000100000', '22000001000003900', '2203200000000'])
      expect(await hasStreets(code)).toBeUndefined();
  });
});
