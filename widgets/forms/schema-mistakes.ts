import * as v from 'valibot';

import type { Mistakes } from './mistakes.ts';

/** What a schema finds wrong: the first code of each field. */
export function schemaMistakes(schema: v.GenericSchema, input: unknown): Mistakes {
  const mistakes: Record<string, string> = {};
  for (const { path, message } of v.safeParse(schema, input).issues ?? [])
    mistakes[String(path?.[0]?.key)] ??= message;
  return mistakes;
}
