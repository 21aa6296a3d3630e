import { describe, expect, it } from 'vitest';

import { nearHouses } from './near-houses.ts';

const rows = (...lists: string[]) => lists.map((list) => ({ list, postcode: '', okato: '' }));

describe('nearHouses', () => {
  it.each<[house: string, lists: string[], near: string[]]>([
    ['12б', ['Ч(2-60),12А'], ['10', '12', '12а']],
    ['12б', ['12,12а,14'], ['12', '12а', '14']],
    ['61', ['Н(1-59)', 'Ч(2-60)'], ['58', '59', '60']],
    ['6', ['Н(1-999)'], ['3', '5', '7']],
    ['7', ['1-5'], ['3', '4', '5']],
    ['500', ['2стр1,46_48стр1'], ['2стр1', '46_48стр1']],
    ['3', ['Н', 'Ч', 'Все', 'Другие', 'к1', 'уч5'], []],
    ['стр5', ['1-9'], []],
    ['5', [], []],
  ])('of %s in %j are %j', (house, lists, near) => {
    expect(nearHouses(rows(...lists), house)).toEqual(near);
  });
});
