import * as v from 'valibot';

import { GivenDaySchema } from '../contract/values/schemas.ts';
import { textOf, type FieldKind, type FieldValue } from './field-kind.ts';
import { textOptions } from './text-line.ts';
import { textField } from './text-field.ts';

/** A day, typed as people write it. */
export const dateKind: FieldKind = {
  view: (field, context) => textField({ ...textOptions(field, context), inputmode: 'numeric', narrow: true }),
  toInput: isoDay,
  displayText(value, _, words) {
    const day = isoDay(value);
    return v.is(GivenDaySchema, day) ? words.date(day) : textOf(value);
  },
};

/**
 * A day as people type it, as `YYYY-MM-DD`; anything else comes back as it is.
 *
 * @example
 * isoDay('1.9.2027') // '2027-09-01'; the same for '01 09 2027' and '01092027'
 */
function isoDay(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value;
  const match =
    /^\s*(\d{1,2})[\s./-]*(\d{2})[\s./-]*(\d{4})\s*$/.exec(value) ??
    /^\s*(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})\s*$/.exec(value);
  if (!match) return value.trim();
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
