import * as v from 'valibot';

import { answerSchema, type Answer, type Field, type FormDefinition } from '../contract/forms/schemas.ts';
import type { FieldValue, FieldValues } from '../fields/field-kind.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import { portalTime } from '../portal/clock.ts';

/** Today in a time zone, `YYYY-MM-DD`. */
export const todayInRegion = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone }).format(portalTime());

/** What was typed, as the contract's schema wants to see it. */
function schemaInput(field: Field, value: FieldValue | undefined): unknown {
  const kind = fieldKindOf(field);
  return value === undefined || !kind.toInput ? value : kind.toInput(value);
}

/** The code of what is wrong with an answer on a day, `YYYY-MM-DD`; `undefined` when it is right. */
const mistakeIn = (field: Field, value: FieldValue | undefined, day: string): string | undefined =>
  v.safeParse(answerSchema(field, day), schemaInput(field, value), { abortEarly: true }).issues?.[0].message;

/** Codes by field name, of all that is wrong in some fields. */
export function answerMistakes(
  fields: readonly Field[],
  values: FieldValues,
  day: string,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const code = mistakeIn(field, values[field.name], day);
      return code === undefined ? [] : [[field.name, code]];
    }),
  );
}

/** The answers as the portal takes them. Call it when nothing is wrong. */
export function answersOf(
  { steps }: FormDefinition,
  values: FieldValues,
  day: string,
): Record<string, Answer | undefined> {
  return Object.fromEntries(
    steps
      .flatMap((step) => step.fields)
      .map((field) => [
        field.name,
        v.parse(answerSchema(field, day), schemaInput(field, values[field.name])),
      ]),
  );
}
