import * as v from 'valibot';

import { PeriodSchema } from '../../deadlines/period.ts';
import { ConditionSchema } from '../conditions/schemas.ts';
import type { LoadedFormatName } from '../values/formats/load.ts';

/** What the text of a field has to be. */
export type TextFormatName = 'name' | 'account' | 'bank' | LoadedFormatName;

/** What all fields have. */
const COMMON_ENTRIES = {
  /** Key of the answer, unique in the form: `childLastName`. */
  name: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/)),
  /** The question as the citizen reads it. */
  label: v.pipe(v.string(), v.nonEmpty()),
  hint: v.optional(v.string()),
  required: v.boolean(),
  /** Has to be answered also where this is met. */
  requiredIf: v.optional(ConditionSchema),
  /** Asked only where this is met. It looks at earlier fields. */
  shownIf: v.optional(ConditionSchema),
  /** Token of HTML's `autocomplete` attribute. */
  autocomplete: v.optional(v.string()),
};

const FieldSchema = v.variant('type', [
  v.object({
    ...COMMON_ENTRIES,
    type: v.literal('text'),
    maxLength: v.optional(v.number(), 250),
    multiline: v.optional(v.boolean(), false),
    /**
     * What the text has to be; any text without it. A `bank` is its name or its БИК. Which others there are is said by the list of those that are
     * fetched, `values/formats/load.ts`: it refuses what it does not know.
     */
    format: v.optional(v.string() as v.GenericSchema<TextFormatName>),
    /** The keyboard of a telephone; that of letters without it. */
    inputmode: v.optional(v.picklist(['numeric', 'decimal'])),
  }),
  v.object({
    ...COMMON_ENTRIES,
    type: v.literal('date'),
    /** Which days are allowed: up to today, or from today on; without it any day. */
    when: v.optional(v.picklist(['past', 'future'])),
    /** How many years the day may be from today. */
    withinYears: v.optional(v.number()),
  }),
  v.object({
    ...COMMON_ENTRIES,
    type: v.literal('choice'),
    /** What can be chosen: `value` is sent, `label` is shown. */
    options: v.pipe(
      v.array(v.object({ value: v.string(), label: v.string(), shownIf: v.optional(ConditionSchema) })),
      v.minLength(2),
    ),
  }),
  v.object({ ...COMMON_ENTRIES, type: v.literal('snils') }),
  v.object({ ...COMMON_ENTRIES, type: v.literal('phone') }),
  v.object({ ...COMMON_ENTRIES, type: v.literal('email') }),
  v.object({ ...COMMON_ENTRIES, type: v.literal('address') }),
  v.object({ ...COMMON_ENTRIES, type: v.literal('file'), maxCount: v.optional(v.number(), 5) }),
]);
/** A question of a form; `type` decides which answer it expects and what else it has. */
export type Field = v.InferOutput<typeof FieldSchema>;
/** The type of a {@link Field}: `text`, `date`, … */
export type FieldType = Field['type'];

/** An agency as citizens need it: its name, and how to reach it. */
export const AgencyContactSchema = v.object({
  slug: v.string(),
  title: v.string(),
  phone: v.optional(v.string()),
  address: v.optional(v.string()),
  /** When it is open, in Russian: «Пн – чт 8:00 – 17:00, перерыв 11:30 – 12:18». */
  hours: v.optional(v.string()),
});
/** {@link AgencyContactSchema}, parsed. */
export type AgencyContact = v.InferOutput<typeof AgencyContactSchema>;

/**
 * The application form of a service: `forms/<service>.json` beside `okno.js`. The portal checks applications with the same file.
 */
export const FormDefinitionSchema = v.object({
  service: v.object({ slug: v.string(), title: v.string(), short: v.string() }),
  agency: AgencyContactSchema,
  /** Changes with the questions: `2f1c9a`. An application names the version that was filled in. */
  version: v.pipe(v.string(), v.nonEmpty()),
  /** The statutory period from the registration of an application to the answer. */
  answerPeriod: PeriodSchema,
  /** About how many minutes it takes to fill in. */
  minutes: v.optional(v.number()),
  /** The pages of the form, in order. */
  steps: v.pipe(
    v.array(
      v.object({
        title: v.string(),
        hint: v.optional(v.string()),
        shownIf: v.optional(ConditionSchema),
        fields: v.pipe(v.array(FieldSchema), v.minLength(1)),
      }),
    ),
    v.minLength(1),
  ),
  /** What has to be true of several answers together: at most one of a field, at which its words are shown. */
  checks: v.optional(v.array(v.object({ field: v.string(), must: ConditionSchema, words: v.string() }))),
});
/** {@link FormDefinitionSchema}, parsed. */
export type FormDefinition = v.InferOutput<typeof FormDefinitionSchema>;

/** The services and agencies that widgets and portal need to know: `catalogue.json` beside `okno.js`. */
export const CatalogueSchema = v.object({
  services: v.array(
    v.object({
      slug: v.string(),
      title: v.string(),
      /** What people call it: «Детский сад». */
      short: v.string(),
      /** Slug of its agency, which is one of `agencies`. */
      agency: v.string(),
      /** Whether it has an application form. */
      form: v.boolean(),
    }),
  ),
  agencies: v.array(AgencyContactSchema),
});
/** {@link CatalogueSchema}, parsed. */
export type Catalogue = v.InferOutput<typeof CatalogueSchema>;
