import { describe, expect, it } from 'vitest';

import { toRussianLayout, repairLayout } from './keyboard-layout.ts';

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
    // Latin letters that look like Russian ones, in a Russian line.
    ['Бaрнaул, yл. Молoдежнaя', 'барнаул, ул. молодежная'],
    ['c. Павловск', 'с. Павловск'],
    ['MOCKBA, улица Мира', 'москва, улица Мира'],
  ])('makes «%s» «%s»', (typed, repaired) => {
    expect(repairLayout(typed)).toBe(repaired);
  });
});

describe('toRussianLayout', () => {
  it.each([
    ['cflbr', 'садик'],
    ['ltncrbq cfl', 'детский сад'],
    ['j[jnybxbq ,bktn', 'охотничий билет'],
    [';bkmt', 'жилье'],
    ['CY BKC', 'сн илс'],
    ['.yjcnm', 'юность'],
    ["'kexitybt", 'элучшение'],
  ])('makes «%s» «%s»', (typed, meant) => {
    expect(toRussianLayout(typed)).toBe(meant);
  });
});
