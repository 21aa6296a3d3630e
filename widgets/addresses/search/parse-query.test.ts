import { describe, expect, it } from 'vitest';

import { parseQuery } from './parse-query.ts';

describe('parseQuery', () => {
  it.each([
    ['барн лен 12', '12', undefined],
    ['барн лен 12а', '12а', undefined],
    ['барн лен 12 а', '12а', undefined],
    ['барн лен 65/1', '65/1', undefined],
    ['барн лен 65 / 1', '65/1', undefined],
    ['барн лен 29к2', '29к2', undefined],
    ['барн лен 29 корп. 2', '29к2', undefined],
    ['барн лен д.29, корпус2, стр 3', '29к2стр3', undefined],
    ['барн лен 70Д', '70д', undefined],
    ['барн лен 12, кв 5', '12', '5'],
    ['барн лен 12 кв5а', '12', '5а'],
    ['барн лен дом 12 квартира 5', '12', '5'],
    ['барн лен 12 к', '12', undefined],
    ['барн лен 12 кв', '12', undefined],
    ['барн лен 12, квартир', '12', undefined],
    ['ленина12', '12', undefined],
    [',fhy kty 12f', '12а', undefined],
    ['улица 40 лет октября 5', '5', undefined],
    ['барн 8 марта', undefined, undefined],
    ['западная 2-я', undefined, undefined],
    ['западная 2я', undefined, undefined],
    ['656049', undefined, undefined],
    ['12', undefined, undefined],
    ['барн лен 12a', '12а', undefined],
    ['барн лен 12 a', '12а', undefined],
    ['барн лен 55 k3', '55к3', undefined],
    ['барн лен 12, подъезд 3, кв 5', '12', '5'],
    ['барн лен 12 пом. 5-Н', '12', undefined],
    ['ленина кв 5', undefined, undefined],
  ])('of «%s» ends with house %s and flat %s', (line, house, flat) => {
    const last = parseQuery(line).at(-1);
    expect({ house: last?.house, flat: last?.flat }).toEqual({ house, flat });
  });

  it('leaves a bare number to the name as well', () => {
    expect(parseQuery('ветеранов 2')).toEqual([
      { words: ['ветеранов', '2'] },
      { words: ['ветеранов'], house: '2' },
    ]);
    expect(parseQuery('ветеранов д 2')).toHaveLength(1);
    // The beginning of «8 Марта» as much as house 8м.
    expect(parseQuery('барн 8 м').map(({ words }) => words)).toEqual([['барн', '8', 'м'], ['барн']]);
  });

  it('takes any line without harm', () => {
    for (const line of [
      '',
      ' ',
      '12 '.repeat(5000),
      'а'.repeat(10_000),
      '(?:'.repeat(3000),
      '\u202eнивал',
      '👨‍👩‍👧 12',
    ])
      for (const { words } of parseQuery(line)) expect(words.length).toBeLessThanOrEqual(16);
  });
});
