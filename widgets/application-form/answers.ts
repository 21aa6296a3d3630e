import * as v from 'valibot';

import { answerSchema, type Answer, type Field, type FormDefinition } from '../contract/forms/schemas.ts';
import type { FieldValue, FieldValues } from '../fields/field-kind.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';

/** Turns the value of a field into the input of its answer schema. */
function schemaInput(field: Field, value: FieldValue | undefined): unknown {
  const kind = fieldKindOf(field);
  return value === undefined || !kind.toInput ? value : kind.toInput(value);
}

/** Checks a value on a day, `YYYY-MM-DD`, or without knowing the day. Gives the code of its mistake; `undefined` when it is right. */
const mistakeIn = (field: Field, value: FieldValue | undefined, day?: string): string | undefined =>
  v.safeParse(answerSchema(field, day), schemaInput(field, value), { abortEarly: true }).issues?.[0].message;

/** Checks the values of some fields on a day, `YYYY-MM-DD`, or without knowing the day. Gives the codes of the mistakes by field name. */
export function answerMistakes(
  fields: readonly Field[],
  values: FieldValues,
  day?: string,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const code = mistakeIn(field, values[field.name], day);
      return code === undefined ? [] : [[field.name, code]];
    }),
  );
}

/** Turns values into the answers of an application. Throws a `ValiError` where a value is wrong: check first. */
export function answersOf(
  { steps }: FormDefinition,
  values: FieldValues,
  day?: string,
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
