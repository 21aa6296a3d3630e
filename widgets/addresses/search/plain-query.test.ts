import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkProperty } from '../../../tests/random-examples.ts';
import { parseNames } from './name-query.ts';
import { parseQuery } from './parse-query.ts';
import { parsePlainQuery } from './plain-query.ts';

/** Words that a line may have, plain and rare ones. */
const WORDS = (
  'барнаул ленина ул ул. г г. село с. советская труда 8 марта 12 12а 2-я 50 лет летия 12/3 д дом кв 5 корп. к2 лит А стр ' +
  'российская федерация г.о. м.р-н городской округ сельсовет с/с мо рф адрес имени им. в на по возле В. И. к. ' +
  'первая вторая третьей двух трех трюх четыре пятая шестого семь восьмая девятый десятая двадцать пять сорок сорока сто ста ' +
  'деревне края области улице города селе поселка района проспекте 3-й 2ая 7-го 5ый цех подъезд этаж 3'
).split(' ');

describe('parsePlainQuery', () => {
  it.each([
    'барн лен',
    'барн лен 12',
    'Барнаул, ул. Ленина, д. 12, кв 5',
    'ленина12',
    'г бийск, советская 6 к 2',
  ])('reads «%s»', (line) => {
    expect(parsePlainQuery(line)).toEqual(parseQuery(line));
  });

  it.each([
    ['барн лен', true],
    ['Барнаул, ул. Ленина', true],
    ['барн лен 1', false],
    ['барн лен корпус а', false],
    ['на ленина', false],
    ['he,wjdcr', false],
  ])('is spared for «%s»: %s', (line, isSpared) => {
    expect(parseNames(line) !== undefined).toBe(isSpared);
  });

  it.each([
    'ленина 12 барнаул',
    'в барнауле на молодежной',
    'сорокалетия октября 5',
    'ленина дом двадцать пять',
    'российская федерация, барнаул',
    'ул. в. и. ленина 5',
    'barnaul lenina',
    ',fhy kty',
    'западная 2-я',
  ])('leaves «%s» to parseQuery', (line) => {
    expect(parsePlainQuery(line)).toBeUndefined();
  });

  it('reads no line in another way than parseQuery', () =>
    checkProperty(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(' ', ', ', '  ', '. '),
        (words, gap) => {
          const line = words.join(gap);
          const all = parseQuery(line);
          expect([parseNames(line) ?? all, parsePlainQuery(line) ?? all]).toEqual([all, all]);
        },
      ),
      1500,
    ));
});
