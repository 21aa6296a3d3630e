import * as v from 'valibot';

import type { Mistakes } from './mistakes.ts';

/**
 * Checks an input by a schema. Gives, for each field at the top of the input, the code of its first issue.
 *
 * @example
 * schemaMistakes(v.object({ name: v.pipe(v.string(), v.nonEmpty('required')) }), { name: '' }) // { name: 'required' }
 */
export function schemaMistakes(schema: v.GenericSchema, input: unknown): Mistakes {
  const mistakes: Record<string, string> = {};
  for (const { path, message } of v.safeParse(schema, input).issues ?? [])
    mistakes[String(path?.[0]?.key)] ??= message;
  return mistakes;
}
