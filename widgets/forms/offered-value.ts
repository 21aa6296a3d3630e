import * as v from 'valibot';

import { meantValue, type OfferKind } from '../contract/values/offers.ts';
import { textOf, type FieldValue } from '../fields/field-kind.ts';
import { clean } from '../text/clean.ts';

/**
 * The correction to offer for what was typed; `undefined` where there is none, where the schema of the answer would refuse it too, or where it
 * means the same.
 *
 * @example offeredValue('email', EmailSchema, 'anna@gmial.com') // 'anna@gmail.com'
 */
export function offeredValue(
  kind: OfferKind,
  schema: v.GenericSchema,
  typed: FieldValue | undefined,
): string | undefined {
  const offered = meantValue(kind, clean(textOf(typed)));
  if (offered === undefined) return undefined;
  const answer = v.safeParse(schema, offered);
  return answer.success && answer.output !== v.safeParse(schema, typed).output ? offered : undefined;
}
