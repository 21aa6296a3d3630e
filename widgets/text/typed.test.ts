import { describe, expect, it } from 'vitest';

import { editsToPrefix, repairLayout, words } from './typed.ts';

describe('words', () => {
  it.each([
    ['Камень-на-Оби', ['камень', 'на', 'оби']],
    ['Ветеранов 2-я', ['ветеранов', '2', 'я']],
    ['Н.А.Берзегова', ['н', 'а', 'берзегова']],
    ['Ёлочка', ['елочка']],
    ['Йогач', ['йогач']],
    ['Лесозавода N2', ['лесозавода', '2']],
    ['нагорный 5', ['нагорный', '5']],
  ])('of «%s» are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('repairLayout', () => {
  it.each([
    [',fhy kty', 'барн лен'],
    ['<FHYFEK', 'барнаул'],
    ['[kt,', 'хлеб'],
    ['j,km 5', 'обль 5'],
    ['.;ysq', 'южный'],
    ['барн kty', 'барн лен'],
    ['29k2', '29к2'],
    ['12f', '12а'],
    ['12a', '12а'],
    ['50-ktnbz', '50-летия'],
    ['29rjhg2', '29корп2'],
    ['барн, лен', 'барн, лен'],
    ['барн , лен', 'барн , лен'],
    ['Лесозавода N2', 'Лесозавода N2'],
  ])('makes «%s» «%s»', (typed, mended) => {
    expect(repairLayout(typed)).toBe(mended);
  });
});

describe('editsToPrefix', () => {
  it.each([
    ['барнвул', 'барнаул', 1],
    ['бранаул', 'барнаул', 1],
    ['барнаал', 'барнаульская', 1],
    ['бнаул', 'барнаул', 2],
    ['москва', 'барнаул', Infinity],
    ['барнаулбарнаул', 'барнаул', Infinity],
  ])('of «%s» to «%s» are %d', (typed, word, edits) => {
    expect(editsToPrefix(typed, word, 2)).toBe(edits);
  });
});
