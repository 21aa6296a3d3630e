import { describe, expect, it } from 'vitest';

import type { AddressRow, RegionRows } from '../build/dataset.ts';
import { encodeIndex, memoryFetch, TEST_INDEX_URL } from '../build/index-for-tests.ts';
import { openAddressIndex } from './reader.ts';

/** A locality or street; `houses` is the list of its houses. */
const row = (code: string, type: string, name: string, houses = ''): AddressRow => ({
  ...{ code, type, name, postcode: '', okato: '', oktmo: '' },
  houses: houses ? [{ list: houses, postcode: '', okato: '' }] : [],
});
const ROWS: RegionRows = {
  region: '22',
  localities: [
    { ...row('22000000000', 'край', 'Алтайский'), status: 0 },
    { ...row('22000001000', 'г', 'Барнаул'), status: 2 },
  ],
  streets: [
    row('220000010000001', 'ул', 'Мира', '1-29'),
    row('220000010000002', 'проезд', 'Мира', '37,37а'),
    row('220000010000003', 'пл', 'Мира'),
  ],
  former: [],
};

const addresses = openAddressIndex(
  TEST_INDEX_URL,
  memoryFetch(encodeIndex([ROWS], new Map([['ул', 'улица']]))),
);

describe('of equally good streets', () => {
  it.each([
    ['барнаул мира 37', 'Барнаул, проезд Мира, 37'],
    ['мира 37а барнаул', 'Барнаул, проезд Мира, 37а'],
    ['барнаул мира 5', 'Барнаул, ул Мира, 5'],
    ['барнаул мира 55', 'Барнаул, ул Мира, 55'],
    ['барнаул ул мира 37', 'Барнаул, ул Мира, 37'],
  ])('the one that has the house is first: «%s»', async (typed, line) => {
    const [first] = await addresses.suggest(typed);
    expect(first?.line).toBe(line);
    expect((await addresses.parse(typed))?.line).toBe(line);
  });
});
