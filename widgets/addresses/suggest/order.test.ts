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
    { ...row('22018000003', 'с', 'Верх-Аллак'), status: 0 },
    { ...row('22046000001', 'с', 'Верх-Суетка'), status: 0 },
    { ...row('22055000021', 'п', 'Степной'), status: 0 },
  ],
  streets: [
    row('220000010000001', 'ул', 'Мира', '1-29'),
    row('220000010000002', 'проезд', 'Мира', '37,37а'),
    row('220000010000003', 'пл', 'Мира'),
    row('220000010000004', 'пер', 'Степной'),
    row('220000010000005', 'ул', 'Степная'),
    row('220000010000006', 'ул', 'Энгельса'),
    row('220000010000007', 'пер', 'Верхний'),
    row('220000010000008', 'ул', 'Верхняя'),
    row('220460000010001', 'ул', 'И.А.Савина'),
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

describe('what is meant is first', () => {
  it.each([
    ['верх-а', 'с Верх-Аллак'],
    ['на степной', 'Барнаул, ул Степная'],
    ['барнаул на степной 5', 'Барнаул, ул Степная, 5'],
    ['барнаул степной', 'Барнаул, пер Степной'],
    ['по верхней', 'Барнаул, ул Верхняя'],
    ['engelsa', 'Барнаул, ул Энгельса'],
    ['barnaul, engelsa 5', 'Барнаул, ул Энгельса, 5'],
    ['barnaul, mira 5', 'Барнаул, ул Мира, 5'],
  ])('of «%s»', async (typed, line) => {
    expect((await addresses.suggest(typed))[0]?.line).toBe(line);
  });
});
