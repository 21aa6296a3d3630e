import * as v from 'valibot';

import { clean } from '../../text/clean.ts';
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
import type { Field } from '../forms/schemas.ts';
import type { LoadedFormatName, TextFormats } from '../values/formats/load.ts';

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

/** What decides which answers are valid, besides their fields. */
export interface AnswerContext {
  /** `YYYY-MM-DD` in the region; while it is not known, no day is past or future. */
  today?: string | undefined;
  /** The formats that the form asks for. */
  formats: TextFormats;
}

/**
 * The schema of the answer to a field. The message of every issue is a code for `FieldError.code`. An empty answer to an optional field is valid;
 * parsed it is `undefined`.
 */
export function answerSchema(
  field: Field,
  context: AnswerContext,
): v.GenericSchema<unknown, Answer | undefined> {
  const schema = requiredAnswerSchema(field, context);
  return v.lazy((value) => (!field.required && isEmpty(value) ? EmptySchema : schema));
}

/** The schema of the answer to a field, as if the field were required. */
function requiredAnswerSchema(field: Field, context: AnswerContext): v.GenericSchema<unknown, Answer> {
  switch (field.type) {
    case 'text':
      return textAnswerSchema(field, context);
    case 'date':
      return dayAnswerSchema(field, context.today);
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

function textAnswerSchema(
  { format, maxLength }: Extract<Field, { type: 'text' }>,
  { formats }: AnswerContext,
): v.GenericSchema<unknown, string> {
  switch (format) {
    case undefined:
    case 'bank':
      return textSchema(maxLength);
    case 'name':
      return nameSchema(maxLength);
    case 'account':
      return AccountSchema;
    default:
      return formattedTextSchema(format, { formats, maxLength });
  }
}

function formattedTextSchema(
  name: LoadedFormatName,
  { formats, maxLength }: { formats: TextFormats; maxLength: number },
): v.GenericSchema<unknown, string> {
  const format = formats[name];
  if (!format) throw new Error(`The format ${name} is not loaded.`);
  return v.pipe(
    textSchema(maxLength),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = format.read(dataset.value);
      if ('value' in read) return read.value;
      addIssue({ message: read.fault });
      return NEVER;
    }),
  );
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
