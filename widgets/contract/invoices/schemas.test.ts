import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { UinSchema, uinCheckDigit } from './schemas.ts';

describe('UinSchema', () => {
  it.each([
    ['20 digits', '10655260181590830162'],
    ['20 digits with another weight for each', '10659935181909378655'],
    ['25 digits', '1065797543231948757491189'],
    ['25 digits that end with 0', '1065710497465075291703420'],
    ['a remainder of 10, weighed again', '34788783848372616756'],
  ])('takes %s', (_, uin) => {
    expect(v.safeParse(UinSchema, uin).output).toBe(uin);
  });

  it.each([
    ['another last digit', '10655260181590830163'],
    ['two digits in each other’s place', '10655260181590831062'],
    ['24 digits', '106579754323194875749118'],
    ['0, which stands for none', '0'],
    ['letters', '1065526018159083016O'],
    ['nothing', ''],
  ])('refuses %s', (_, uin) => {
    expect(v.is(UinSchema, uin)).toBe(false);
  });

  it('has 0 where the second weighing gives 10 too', () => {
    const twice = (digits: string) =>
      [0, 2].every((shift) => {
        const weighed = Array.from(digits, (digit, i) => Number(digit) * (((i + shift) % 10) + 1));
        return weighed.reduce((sum, one) => sum + one, 0) % 11 === 10;
      });
    const digits = Array.from({ length: 1000 }, (_, i) => `2200000000000000${String(i).padStart(8, '0')}`);
    const samples = digits.filter(twice);
    expect(samples).not.toEqual([]);
    for (const each of samples) expect(uinCheckDigit(each)).toBe('0');
  });
});
