import * as v from 'valibot';

import type { FieldError } from '../contract/problem.ts';

/** Codes of what is wrong, by the name of the field. */
export type Mistakes = Readonly<Record<string, string>>;

/** What a schema finds wrong: the first code of each field. */
export function mistakesOf(schema: v.GenericSchema, input: unknown): Mistakes {
  const mistakes: Record<string, string> = {};
  for (const { path, message } of v.safeParse(schema, input).issues ?? [])
    mistakes[String(path?.[0]?.key)] ??= message;
  return mistakes;
}

/** What the portal finds wrong, by the first step of its pointers. */
export const mistakesAt = (errors: readonly FieldError[]): Mistakes =>
  Object.fromEntries(errors.map(({ pointer, code }) => [pointer.split('/')[1] ?? '', code]));

/** Of the mistakes that were shown, those that are still there. */
export const stillWrong = (shown: Mistakes, now: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(now).filter(([name]) => name in shown));
