import * as v from 'valibot';

import { clean } from '../../text/clean.ts';

/** Characters of a case code: none looks like another, and each letter looks the same in Latin and Cyrillic. */
export const CASE_CODE_SIGNS = '34679ACEHKMPTXY';
/** Cyrillic letters that may be typed for them, in the order of `CODE_SIGNS_OF_TWINS`. */
const CYRILLIC_TWINS = 'АСЕНКМРТХУЗЧБ';
const CODE_SIGNS_OF_TWINS = 'ACEHKMPTXY346';

/**
 * Code of a case: with the number it opens the case without signing in. Parsed to ten of {@link CASE_CODE_SIGNS}; to eight digits, if
 * it was given by an older portal. Spaces, dashes, small letters and Cyrillic ones may be typed.
 *
 * @example v.parse(CaseCodeSchema, 'асек3-7мрту') // 'ACEK37MPTY'
 */
export const CaseCodeSchema = v.pipe(
  v.string('required'),
  v.transform((value) =>
    clean(value)
      .replace(/[\s-]/g, '')
      .toUpperCase()
      .replace(/[А-Я]/g, (letter) => CODE_SIGNS_OF_TWINS[CYRILLIC_TWINS.indexOf(letter)] ?? letter),
  ),
  v.nonEmpty('required'),
  v.regex(/^(?:\d{8}|[34679ACEHKMPTXY]{10})$/, 'code'),
);
