import * as v from 'valibot';

import { answerSchema, contradictions, type Answer } from '../contract/answers/schemas.ts';
import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import { textIn, type FieldValue, type FieldValues } from '../fields/field-kind.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import { offeredValue } from '../forms/offered-value.ts';
import type { FormRules } from '../forms/plan.ts';

/** Turns the value of a field into the input of its answer schema. */
function schemaInput(field: Field, value: FieldValue | undefined): unknown {
  const kind = fieldKindOf(field);
  return value === undefined || !kind.toInput ? value : kind.toInput(value);
}

/** Checks a value on a day, `YYYY-MM-DD`, or without knowing the day. Gives the code of its mistake; `undefined` when it is right. */
const mistakeIn = (field: Field, value: FieldValue | undefined, day?: string): string | undefined =>
  v.safeParse(answerSchema(field, day), schemaInput(field, value), { abortEarly: true }).issues?.[0].message;

/**
 * Checks the values of some fields of a form on a day, `YYYY-MM-DD`, or without knowing the day. Gives the codes of the mistakes by field name.
 */
export function answerMistakes(
  { steps }: FormDefinition,
  values: FieldValues,
  { fields, day }: { fields: readonly Field[]; day: string | undefined },
): Record<string, string> {
  const all = steps.flatMap((step) => step.fields);
  const answers = Object.fromEntries(
    all.map((field) => [field.name, answerTo(field, values[field.name], day)]),
  );
  const contradicting = contradictions(all, answers);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { name } = field;
      const code = mistakeIn(field, values[name], day) ?? contradicting[name];
      return code === undefined ? [] : [[name, code]];
    }),
  );
}

/** The answer that a value is on a day, as it is sent; `undefined` where it is wrong, or none. */
export function answerTo(field: Field, value: FieldValue | undefined, day?: string): Answer | undefined {
  const { success, output } = v.safeParse(answerSchema(field, day), schemaInput(field, value));
  return success ? output : undefined;
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

/** The correction to offer for what was typed into a field on a day; `undefined` where there is none. */
export function offerTo(field: Field, value: FieldValue | undefined, day?: string): string | undefined {
  const kind = field.type === 'text' ? field.format : field.type;
  if (kind !== 'name' && kind !== 'phone' && kind !== 'email' && kind !== 'date') return undefined;
  return offeredValue(kind, answerSchema(field, day), value);
}

/** What the engine has to know of the fields, for drafts of other versions and for a list of drafts. */
export const draftRules = (
  fields: readonly Field[],
): Pick<FormRules<never, never>, 'asks' | 'labelOf' | 'titleOf'> => ({
  asks: (name, value) => fields.some((field) => field.name === name && isAnswerTo(field, value)),
  labelOf: (name) => fields.find((field) => field.name === name)?.label,
  titleOf: (values) => draftTitle(fields, values),
});

/** Whether a value that another version of the form has asked for can be the answer to a field. */
function isAnswerTo(field: Field, value: FieldValue): boolean {
  if (Array.isArray(value)) return field.type === 'file';
  if (typeof value === 'object') return field.type === 'address';
  return field.type === 'choice'
    ? field.options.some((option) => option.value === value)
    : field.type !== 'file';
}

/**
 * Whom an application is about, for a list of drafts: the first two texts that are not about the applicant herself, «Примерова Мария»;
 * where there are none, hers.
 */
function draftTitle(fields: readonly Field[], values: FieldValues): string {
  const texts = fields.filter(({ type, name }) => type === 'text' && textIn(values, name));
  const others = texts.filter(({ autocomplete }) => autocomplete === undefined);
  return (others.length ? others : texts)
    .slice(0, 2)
    .map(({ name }) => textIn(values, name))
    .join(' ');
}
