import * as v from 'valibot';

import { textOf, type FieldValue } from '../fields/field-kind.ts';
import { clean } from '../text/clean.ts';

/**
 * The correction to offer for what was typed; `undefined` where there is none, where the schema of the answer would refuse it too, or where it
 * means the same. `meant` says of a cleaned text what was probably meant.
 *
 * @example offeredValue((text) => meantValue('email', text), EmailSchema, 'anna@gmial.com') // 'anna@gmail.com'
 */
export function offeredValue(
  meant: (text: string) => string | undefined,
  schema: v.GenericSchema,
  typed: FieldValue | undefined,
): string | undefined {
  const offered = meant(clean(textOf(typed)));
  if (offered === undefined) return undefined;
  const answer = v.safeParse(schema, offered);
  return answer.success && answer.output !== v.safeParse(schema, typed).output ? offered : undefined;
}
