import * as v from 'valibot';

import { contradictions } from '../contract/form-answers/schemas.ts';
import { answerSchema, type Answer, type AnswerContext } from '../contract/answers/schemas.ts';
import { whatIsAsked } from '../contract/conditions/asked.ts';
import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import { formatOf } from '../contract/values/formats/load.ts';
import { meantValue } from '../contract/values/offers.ts';
import { textIn, type FieldValue, type FieldValues } from '../fields/field-kind.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import { offeredValue } from '../forms/offered-value.ts';
import type { FormRules } from '../forms/plan.ts';

/** Turns the value of a field into the input of its answer schema. */
function schemaInput(field: Field, value: FieldValue | undefined): unknown {
  const kind = fieldKindOf(field);
  return value === undefined || !kind.toInput ? value : kind.toInput(value);
}

/** Checks a value. Gives the code of its mistake; `undefined` when it is right. */
const mistakeIn = (field: Field, value: FieldValue | undefined, context: AnswerContext): string | undefined =>
  v.safeParse(answerSchema(field, context), schemaInput(field, value), { abortEarly: true }).issues?.[0]
    .message;

/** What a form asks after these values: its steps with the fields that are asked, and the answers that count. */
export function askedAfter(definition: FormDefinition, values: FieldValues, context: AnswerContext) {
  const answers = definition.steps
    .flatMap(({ fields }) => fields)
    .map((field) => [field.name, answerTo(field, values[field.name], context)] as const);
  return whatIsAsked(definition, Object.fromEntries(answers), context.today);
}

/** Checks the values of the fields that a step asks, or all steps ask. Gives the codes of the mistakes by field name. */
export function answerMistakes(
  definition: FormDefinition,
  values: FieldValues,
  context: AnswerContext & { step: number | undefined },
): Record<string, string> {
  const { steps, answers } = askedAfter(definition, values, context);
  const { fields = steps.flatMap((one) => one.fields) } = steps[context.step ?? -1] ?? {};
  const contradicting = contradictions(definition, answers, context.today);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { name } = field;
      const code = mistakeIn(field, values[name], context) ?? contradicting[name];
      return code === undefined ? [] : [[name, code]];
    }),
  );
}

/** The answer that a value is, as it is sent; `undefined` where it is wrong, or none. */
export function answerTo(
  field: Field,
  value: FieldValue | undefined,
  context: AnswerContext,
): Answer | undefined {
  const { success, output } = v.safeParse(answerSchema(field, context), schemaInput(field, value));
  return success ? output : undefined;
}

/** Turns values into the answers of an application, of fields that are asked. Throws a `ValiError` where a value is wrong: check first. */
export const answersOf = (
  definition: FormDefinition,
  values: FieldValues,
  context: AnswerContext,
): Record<string, Answer | undefined> =>
  Object.fromEntries(
    askedAfter(definition, values, context)
      .steps.flatMap(({ fields }) => fields)
      .map((field) => [
        field.name,
        v.parse(answerSchema(field, context), schemaInput(field, values[field.name])),
      ]),
  );

/** The correction to offer for what was typed into a field; `undefined` where there is none. */
export function offerTo(
  field: Field,
  value: FieldValue | undefined,
  context: AnswerContext,
): string | undefined {
  const kind = field.type === 'text' ? field.format : field.type;
  const schema = answerSchema(field, context);
  if (kind === 'name' || kind === 'phone' || kind === 'email' || kind === 'date')
    return offeredValue((text) => meantValue(kind, text), schema, value);
  const format = formatOf(field, context.formats);
  return format?.meant && offeredValue(format.meant, schema, value);
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
