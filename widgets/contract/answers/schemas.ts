import * as v from 'valibot';

import { clean } from '../../text/clean.ts';
import { bikIn, fitsBank } from '../values/account.ts';
import {
  AccountSchema,
  AddressSchema,
  EmailSchema,
  PhoneSchema,
  SnilsSchema,
  UploadSchema,
  givenDaySchema,
  nameSchema,
  textSchema,
} from '../values/schemas.ts';
import type { Field, FormDefinition } from '../forms/schemas.ts';

/** {@link AnswerSchema}, parsed. */
export type Answer = v.InferOutput<typeof AnswerSchema>;
/** The answer to one question: a text, an address, or the attached files. */
export const AnswerSchema = v.union([v.string(), AddressSchema, v.array(UploadSchema)]);
/** Name of a field → its answer. */
export type Answers = Record<string, Answer | undefined>;

/** The schema of an empty answer: parsed it is `undefined`. */
const EmptySchema = v.pipe(
  v.unknown(),
  v.transform(() => undefined),
);
/** Whether a value is no answer: `undefined`, a text in which nothing can be seen, or an empty list. */
const isEmpty = (value: unknown) =>
  value === undefined ||
  (typeof value === 'string' && !clean(value)) ||
  (Array.isArray(value) && !value.length);

/**
 * The schema of the answer to a field. `today` is `YYYY-MM-DD` in the region; while it is not known, no day is past or future. The message of every issue is a code for
 * `FieldError.code`. An empty answer to an optional field is valid; parsed it is `undefined`.
 */
export function answerSchema(field: Field, today?: string): v.GenericSchema<unknown, Answer | undefined> {
  const schema = requiredAnswerSchema(field, today);
  return v.lazy((value) => (!field.required && isEmpty(value) ? EmptySchema : schema));
}

/** The schema of the answer to a field, as if the field were required. */
function requiredAnswerSchema(field: Field, today: string | undefined): v.GenericSchema<unknown, Answer> {
  switch (field.type) {
    case 'text':
      return textAnswerSchema(field);
    case 'date':
      return dayAnswerSchema(field, today);
    case 'choice':
      return v.picklist(
        field.options.map(({ value }) => value),
        'required',
      );
    case 'snils':
      return SnilsSchema;
    case 'phone':
      return PhoneSchema;
    case 'email':
      return EmailSchema;
    case 'address':
      return AddressSchema;
    case 'file':
      return uploadsSchema(field.maxCount);
  }
}

function textAnswerSchema({
  format,
  maxLength,
}: Extract<Field, { type: 'text' }>): v.GenericSchema<unknown, string> {
  if (format === 'account') return AccountSchema;
  return format === 'name' ? nameSchema(maxLength) : textSchema(maxLength);
}

function dayAnswerSchema(
  { when, withinYears = Infinity }: Extract<Field, { type: 'date' }>,
  today: string | undefined,
): v.GenericSchema<unknown, string> {
  return v.pipe(
    givenDaySchema({ when, today }),
    v.check((day) => when !== 'past' || day <= (today ?? day), 'dateFuture'),
    v.check((day) => when !== 'future' || day >= (today ?? day), 'datePast'),
    v.check((day) => today === undefined || yearsBetween(day, today) < withinYears, 'dateFar'),
  );
}

/** Whole years between two days, `YYYY-MM-DD`, in any order. Their digits make numbers whose ten thousands are years: 20260506. */
const yearsBetween = (day: string, other: string) =>
  Math.floor(Math.abs(Number(day.replaceAll('-', '')) - Number(other.replaceAll('-', ''))) / 10_000);

/** The schema of the answer to a `file` field: 1 to `maxCount` files. */
const uploadsSchema = (maxCount: number) =>
  v.pipe(v.array(UploadSchema, 'required'), v.minLength(1, 'required'), v.maxLength(maxCount, 'tooMany'));

/** The schema of all answers of a form, by the names of its fields. An answer without a field gives the code `unknown`. */
export function answersSchema({ steps }: FormDefinition, today: string) {
  const fields = steps.flatMap((step) => step.fields);
  return v.pipe(
    v.strictObject(
      Object.fromEntries(fields.map((field) => [field.name, answerSchema(field, today)])),
      // valibot expects `never` of a key that it does not know.
      (issue) => (issue.expected === 'never' ? 'unknown' : 'required'),
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const [key, message] of Object.entries(contradictions(fields, dataset.value)))
        addIssue({
          message,
          path: [{ type: 'object', origin: 'value', input: dataset.value, key, value: dataset.value[key] }],
        });
    }),
  );
}

/**
 * What does not fit together in parsed answers that are right by themselves, by the name of the later field: the same СНИЛС of two people,
 * an account that the bank with this БИК cannot have.
 */
export function contradictions(fields: readonly Field[], answers: Answers): Record<string, string> {
  const found: Record<string, string> = {};
  const known = new Set<unknown>();
  for (const { name, type } of fields) {
    const answer = answers[name];
    if (type !== 'snils' || answer === undefined) continue;
    if (known.has(answer)) found[name] = 'snilsSame';
    known.add(answer);
  }
  const textOf = (format: string) => {
    const field = fields.find((one) => one.type === 'text' && one.format === format);
    const answer = field && answers[field.name];
    return { name: field?.name ?? '', text: typeof answer === 'string' ? answer : '' };
  };
  const account = textOf('account');
  const bik = bikIn(textOf('bank').text);
  if (account.text && bik && !fitsBank(account.text, bik)) found[account.name] = 'accountChecksum';
  return found;
}
