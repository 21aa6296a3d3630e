import { describe, expect, it } from 'vitest';

import { normalizeHouse } from './house-number.ts';
import type { HouseRow } from './houses.ts';
import { findHouse } from './known-house.ts';

describe('normalizeHouse', () => {
  it.each([
    ['29', '29'],
    ['д. 29', '29'],
    ['дом 29', '29'],
    ['29 корп. 2', '29к2'],
    ['29, корпус 2', '29к2'],
    ['29к2', '29к2'],
    ['29К2', '29к2'],
    ['д.29К2', '29к2'],
    ['29 к. 2 стр. 3', '29к2стр3'],
    ['29 к2, строение 3', '29к2стр3'],
    ['18к2стр2', '18к2стр2'],
    ['12 стр. 1', '12стр1'],
    ['12с1', '12стр1'],
    ['12-а', '12а'],
    ['12 А', '12а'],
    ['12А', '12а'],
    ['12a', '12а'],
    ['12f', '12а'],
    ['29k2', '29к2'],
    ['41к', '41к'],
    ['65/1', '65/1'],
    ['65 / 1', '65/1'],
    ['65 дробь 1', '65/1'],
    ['65/1а', '65/1а'],
    ['вл 5', '5'],
    ['владение 5', '5'],
    ['5 литера Б', '5б'],
    ['5 лит. Б', '5б'],
    ['5 литер б', '5б'],
    [' 7 ', '7'],
  ])('of «%s» is «%s»', (written, house) => {
    expect(normalizeHouse(written)).toBe(house);
    expect(normalizeHouse(house)).toBe(house);
  });

  it.each([
    ['', ''],
    ['б/н', 'б/н'],
    ['ферма 2', 'ферма2'],
    ['😀', ''],
    ['1'.repeat(50), '1'.repeat(50)],
  ])('leaves %j, which is no house, as %j', (written, folded) => {
    expect(normalizeHouse(written)).toBe(folded);
  });
});

describe('findHouse', () => {
  const rows = (...lists: string[]): HouseRow[] =>
    lists.map((list, i) => ({ list, postcode: `65600${i + 1}`, okato: '' }));

  it.each<[what: string, lists: string[], house: string, row: number, listed: boolean]>([
    ['an odd house in an odd range', ['Ч(2-14)', 'Н(1-53)'], '7', 2, true],
    ['an even house in an even range', ['Ч(2-14)', 'Н(1-53)'], '8', 1, true],
    ['no house beyond a range', ['Ч(2-14)', 'Н(1-53)'], '16', 0, false],
    ['no house of the other parity', ['Н(1-53)'], '8', 0, false],
    ['both ends', ['Ч(2-14)'], '14', 1, true],
    ['bounds that break parity', ['Ч(1-15)', 'Н(2-16)'], '15', 2, true],
    ['a range of both parities', ['1-29'], '14', 1, true],
    ['a range that ends with 999', ['Н(55-999)', 'Ч(2-998)'], '2001', 1, true],
    ['a range that ends with 998', ['Н(55-999)', 'Ч(2-998)'], '2000', 2, true],
    ['all odd houses', ['Н', 'Ч'], '7', 1, false],
    ['all even houses', ['Н', 'Ч'], '8', 2, false],
    ['the rest', ['1-5', 'Другие'], '9', 2, false],
    ['all', ['Все'], '9', 1, false],
    ['a house before its range', ['Н(1-53)', '7'], '7', 2, true],
    ['a range before the rest', ['Все', 'Н', 'Н(1-53)'], '7', 3, true],
    ['a house with a letter', ['Н(1-53)', '7А'], '7а', 2, true],
    ['a house with a letter by its number', ['Н(1-53)'], '7а', 1, false],
    ['a fraction by its number', ['Н(55-99)', 'Н(1-53)'], '7/1', 2, false],
    ['the first of equal rows', ['1-9', '1-9'], '7', 1, true],
    ['29/2 as 29к2', ['Н(1-53)', '29к2'], '29/2', 2, true],
    ['29к2 as 29/2', ['Н(1-53)', '29/2'], '29к2', 2, true],
    ['29/2 before 29к2', ['29к2', '29/2'], '29/2', 2, true],
    ['29к2 that only a range has', ['Н(1-53)', '29/3'], '29к2', 1, false],
    ['a corpus with a building', ['14К2СТР1'], '14к2стр1', 1, true],
    ['nothing for a word', ['1-29', 'Н', 'Ч'], 'ферма', 0, false],
  ])('finds %s', (_what, lists, house, row, listed) => {
    const found = findHouse(rows(...lists), house);
    expect(found).toMatchObject({ listed });
    expect(found.postcode).toBe(row ? `65600${row}` : undefined);
  });

  it('spells a house as the data do', () => {
    expect(findHouse(rows('29К2'), '29/2').house).toBe('29к2');
    expect(findHouse(rows('Н(1-53)'), '29/2').house).toBe('29/2');
  });

  it('does not know whether a house is listed where no house is', () => {
    expect(findHouse([], '5')).toEqual({ house: '5' });
  });
});
