import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { clean } from '../text/clean.ts';
import { answerSchema } from '../contract/answers/schemas.ts';
import { CaseCodeSchema } from '../contract/case-code/schemas.ts';
import type { Field } from '../contract/forms/schemas.ts';
import { fitsBank } from '../contract/values/account.ts';
import { TODAY_OF_CASES, VALUE_CASES } from '../contract/values/cases-for-tests.ts';
import { readDay } from '../contract/values/day.ts';
import { ALL_FORMATS } from '../contract/values/formats/all.ts';
import { CaseNumberSchema } from '../contract/values/schemas.ts';
import { offerTo } from './answers.ts';
import { ru } from './messages.ts';

const CONTEXT = { today: TODAY_OF_CASES, formats: ALL_FORMATS };

it('has a table for each format of texts', () => {
  expect(Object.keys(VALUE_CASES)).toEqual(expect.arrayContaining(Object.keys(ALL_FORMATS)));
});

describe.each(Object.entries(VALUE_CASES))('a value of the kind %s', (name, { kind, cases }) => {
  const field: Field = { ...kind, name, label: 'Вопрос', required: true };

  it('has twenty cases and more', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
  });

  it.each(cases.map(([typed, expected]) => [JSON.stringify(typed).slice(0, 60), typed, expected] as const))(
    'understands %s',
    (_, typed, expected) => {
      const { value, refused, offered } = typeof expected === 'string' ? { value: expected } : expected;
      const result = v.safeParse(answerSchema(field, CONTEXT), typed, { abortEarly: true });
      expect(result.success ? { value: result.output } : { refused: result.issues[0].message }).toEqual(
        refused === undefined ? { value } : { refused },
      );
      expect(offerTo(field, typed, CONTEXT)).toBe(offered);
      // The portal understands what the widget sends.
      if (value !== undefined) expect(v.parse(answerSchema(field, CONTEXT), value)).toBe(value);
      if (refused !== undefined)
        expect(ru.mistake(refused, field, { value: typed, formats: ALL_FORMATS })).not.toMatch(
          /^Проверьте: /,
        );
      expect(clean(clean(typed))).toBe(clean(typed));
    },
  );
});

describe('a year of two digits', () => {
  const today = TODAY_OF_CASES;

  it.each([
    ['1.2.24', 'past', '2024-02-01'],
    ['1.2.50', 'past', '1950-02-01'],
    ['29.11.26', 'past', '2026-11-29'],
    ['30.11.26', 'past', '1926-11-30'],
    ['1.9.27', 'future', '2027-09-01'],
    ['1.9.24', 'future', '2024-09-01'],
    ['1.2.85', undefined, '1985-02-01'],
    ['010203', undefined, '2003-02-01'],
  ] as const)('%s (%s) is %s', (typed, when, day) => {
    expect(readDay(typed, { when, today })).toBe(day);
  });
});

describe('number and code of a case', () => {
  it.each([
    ['22−2026−000001', '22-2026-000001'],
    ['\u200e22-2026-000001', '22-2026-000001'],
    ['№ 22 2026 000001', '22-2026-000001'],
    ['２２—2026—000001', '22-2026-000001'],
  ])('%s is the number %s', (typed, number) => {
    expect(v.parse(CaseNumberSchema, typed)).toBe(number);
  });

  it.each([
    ['1234-5678\u200b', '12345678'],
    ['асек3−7мрту', 'ACEK37MPTY'],
  ])('%s is the code %s', (typed, code) => {
    expect(v.parse(CaseCodeSchema, typed)).toBe(code);
  });
});

describe('an account', () => {
  it.each([
    ['010173001', '40102810045370000009', true],
    ['010173001', '40102810145370000009', false],
    ['044525225', '40817810938160925982', true],
    ['044525225', '40817810938160925983', false],
  ])('at the bank %s: %s', (bik, account, fits) => {
    expect(fitsBank(account, bik)).toBe(fits);
  });
});
