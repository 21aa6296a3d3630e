import * as v from 'valibot';

import { GivenDaySchema } from '../contract/values/schemas.ts';
import { textOf, type FieldKind, type FieldValue } from './field-kind.ts';
import { textOptions } from './text-line.ts';
import { textField } from './text-field.ts';

/** A day, typed as people write it, with the review in words: «1 сентября 2027 г.». */
export const dateKind: FieldKind = {
  view: (field, context) => textField({ ...textOptions(field, context), inputmode: 'numeric', narrow: true }),
  toInput: isoDay,
  displayText(value, _, messages) {
    const day = isoDay(value);
    return v.is(GivenDaySchema, day) ? messages.date(day) : textOf(value);
  },
};

/**
 * Turns a typed day into `YYYY-MM-DD`. Gives anything else back trimmed, for the schema to refuse.
 *
 * @example
 * isoDay('1.9.2027') // '2027-09-01'; the same for '01 09 2027' and '01092027'
 */
function isoDay(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  // First with a two-digit month, where separators may be missing («01092027»); then with a short month, where they may not («1.9.2027»).
  const match =
    /^\s*(\d{1,2})[\s./-]*(\d{2})[\s./-]*(\d{4})\s*$/.exec(value) ??
    /^\s*(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})\s*$/.exec(value);
  if (!match) return value.trim();
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
