// Longer than most: all shapes of one resource, which refer to each other.
import * as v from 'valibot';

import { PeriodSchema } from '../../deadlines/period.ts';
import {
  AddressSchema,
  GivenDaySchema,
  EmailSchema,
  PhoneSchema,
  SnilsSchema,
  UploadSchema,
  textSchema,
} from '../values/schemas.ts';

const common = {
  /** Key of the answer; unique within the form. */
  name: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/)),
  label: v.pipe(v.string(), v.nonEmpty()),
  hint: v.optional(v.string()),
  required: v.boolean(),
  /** Token of HTML's `autocomplete` attribute. */
  autocomplete: v.optional(v.string()),
};

const FieldSchema = v.variant('type', [
  v.object({
    ...common,
    type: v.literal('text'),
    maxLength: v.optional(v.number(), 250),
    multiline: v.optional(v.boolean(), false),
  }),
  v.object({
    ...common,
    type: v.literal('date'),
    /** Whether the day lies before or after today; today itself is allowed. */
    when: v.optional(v.picklist(['past', 'future'])),
  }),
  v.object({
    ...common,
    type: v.literal('choice'),
    options: v.pipe(v.array(v.object({ value: v.string(), label: v.string() })), v.minLength(2)),
  }),
  v.object({ ...common, type: v.literal('snils') }),
  v.object({ ...common, type: v.literal('phone') }),
  v.object({ ...common, type: v.literal('email') }),
  v.object({ ...common, type: v.literal('address') }),
  v.object({ ...common, type: v.literal('file'), maxCount: v.optional(v.number(), 5) }),
]);
export type Field = v.InferOutput<typeof FieldSchema>;
export type FieldType = Field['type'];

/** Kinds of fields, as editors name them: «вид: снилс». A `paragraph` is a `text` of several lines. */
export const FIELD_TYPE_NAMES = {
  text: 'строка',
  paragraph: 'текст',
  date: 'дата',
  choice: 'выбор',
  snils: 'снилс',
  phone: 'телефон',
  email: 'почта',
  address: 'адрес',
  file: 'файл',
} as const satisfies Record<FieldType | 'paragraph', string>;

/** Files that the portal takes: media types, and bytes each. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export const FILE_MAX_BYTES = 20 * 1024 * 1024;

export const AgencyContactSchema = v.object({
  slug: v.string(),
  title: v.string(),
  phone: v.optional(v.string()),
  address: v.optional(v.string()),
});
export type AgencyContact = v.InferOutput<typeof AgencyContactSchema>;

/** The application form of one service: `forms/<service>.json` beside `okno.js`; also what the portal checks applications against. */
export const FormDefinitionSchema = v.object({
  service: v.object({ slug: v.string(), title: v.string(), short: v.string() }),
  agency: AgencyContactSchema,
  /** Changes whenever the questions do; an application names the version it was filled in. */
  version: v.pipe(v.string(), v.nonEmpty()),
  /** From the registration of the application to the answer. */
  answerPeriod: PeriodSchema,
  /** Roughly how many minutes it takes. */
  minutes: v.optional(v.number()),
  steps: v.pipe(
    v.array(
      v.object({
        title: v.string(),
        hint: v.optional(v.string()),
        fields: v.pipe(v.array(FieldSchema), v.minLength(1)),
      }),
    ),
    v.minLength(1),
  ),
});
export type FormDefinition = v.InferOutput<typeof FormDefinitionSchema>;

/** What the widgets and the portal know of the catalogue: `catalogue.json` beside `okno.js`. */
export const CatalogueSchema = v.object({
  services: v.array(
    v.object({
      slug: v.string(),
      title: v.string(),
      short: v.string(),
      agency: v.string(),
      form: v.boolean(),
    }),
  ),
  agencies: v.array(AgencyContactSchema),
});
export type Catalogue = v.InferOutput<typeof CatalogueSchema>;

/** The answer to one question: text, an address, or the files attached. */
export type Answer = v.InferOutput<typeof AnswerSchema>;
export const AnswerSchema = v.union([v.string(), AddressSchema, v.array(UploadSchema)]);
export type Answers = Record<string, Answer | undefined>;

const EmptySchema = v.pipe(
  v.unknown(),
  v.transform(() => undefined),
);
const isEmpty = (value: unknown) =>
  value === undefined ||
  (typeof value === 'string' && !value.trim()) ||
  (Array.isArray(value) && !value.length);

/**
 * The schema of one answer. `today` is `YYYY-MM-DD` in the region. Every issue's message is a code for `FieldError.code`.
 * An empty answer to an optional question becomes `undefined`.
 */
export function answerSchema(field: Field, today: string): v.GenericSchema<unknown, Answer | undefined> {
  const schema = requiredAnswerSchema(field, today);
  return v.lazy((value) => (!field.required && isEmpty(value) ? EmptySchema : schema));
}

function requiredAnswerSchema(field: Field, today: string): v.GenericSchema<unknown, Answer> {
  switch (field.type) {
    case 'text':
      return textSchema(field.maxLength);
    case 'date':
      return v.pipe(
        GivenDaySchema,
        v.check((day) => field.when !== 'past' || day <= today, 'dateFuture'),
        v.check((day) => field.when !== 'future' || day >= today, 'datePast'),
      );
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

const uploadsSchema = (most: number) =>
  v.pipe(v.array(UploadSchema, 'required'), v.minLength(1, 'required'), v.maxLength(most, 'tooMany'));

/** The schema of all answers of a form: what the widget sends and the portal accepts. */
export function answersSchema({ steps }: FormDefinition, today: string) {
  const fields = steps.flatMap((step) => step.fields);
  return v.strictObject(
    Object.fromEntries(fields.map((field) => [field.name, answerSchema(field, today)])),
    (issue) => (issue.expected === 'never' ? 'unknown' : 'required'),
  );
}
