import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkProperty } from '../../../tests/random-examples.ts';
import { expandHouseList } from './gar-for-tests.ts';
import { formatHouseList } from './house-list.ts';

describe('formatHouseList', () => {
  it('writes houses as КЛАДР does', () => {
    expect(formatHouseList(['12', '10', '11', '9'])).toBe('9-12');
    expect(formatHouseList(['1', '3', '5', '2', '4', '9'])).toBe('1-5,9');
    expect(formatHouseList(['7', '9', '11', '6', '8', '10', '12', '30'])).toBe('6-12,30');
    expect(formatHouseList(['1', '3', '5', '7', '20', '22', '24'])).toBe('Н(1-7),Ч(20-24)');
    expect(formatHouseList(['29к2', '12А', '1', '1стр2', '65/1', '12'])).toBe('1,12,1стр2,12А,29к2,65/1');
  });

  it('names all houses, and no others', async () => {
    const house = fc.oneof(
      fc.integer({ min: 1, max: 60 }).map(String),
      fc.constantFrom('12А', '29к2', '1стр2', '007', 'к138', '99999'),
    );
    await checkProperty(
      fc.property(fc.array(house, { minLength: 1 }), (houses) => {
        expect(expandHouseList(formatHouseList(houses)).sort()).toEqual([...new Set(houses)].sort());
      }),
      100,
    );
  });
});
