import * as v from 'valibot';

import { answerSchema, type Answer, type Field, type FormDefinition } from '../contract/forms/schemas.ts';
import type { Profile } from '../contract/profile/schemas.ts';
import { DateSchema } from '../contract/values/schemas.ts';
import type { DraftValue } from '../drafts/draft.ts';
import { portalTime } from '../portal/clock.ts';

type Values = Record<string, DraftValue | undefined>;

/** A day as people type it (`21.11.2026`, `21 11 2026`, `21112026`) as `YYYY-MM-DD`; anything else comes back as it is. */
export function isoDay(typed: string): string {
  const match =
    /^\s*(\d{1,2})[\s./-]*(\d{2})[\s./-]*(\d{4})\s*$/.exec(typed) ??
    /^\s*(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})\s*$/.exec(typed);
  if (!match) return typed.trim();
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Today in a time zone, `YYYY-MM-DD`. */
export const today = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone }).format(portalTime());

const input = (field: Field, value: DraftValue | undefined): unknown =>
  field.type === 'date' && typeof value === 'string' ? isoDay(value) : value;

/** The code of what is wrong with an answer; `undefined` when it is right. Files that still wait for upload count as attached. */
export function mistakeIn(field: Field, value: DraftValue | undefined, timeZone: string): string | undefined {
  if (field.type === 'file' && Array.isArray(value) && value.some((file) => file instanceof File))
    return value.length > field.maxCount ? 'tooMany' : undefined;
  return v.safeParse(answerSchema(field, today(timeZone)), input(field, value), { abortEarly: true })
    .issues?.[0].message;
}

/** Codes by field name, of all that is wrong in some fields. */
export function mistakesIn(
  fields: readonly Field[],
  values: Values,
  timeZone: string,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const code = mistakeIn(field, values[field.name], timeZone);
      return code === undefined ? [] : [[field.name, code]];
    }),
  );
}

/** The answers as the portal takes them. Call it when nothing is wrong. */
export function answersOf(
  { steps }: FormDefinition,
  values: Values,
  timeZone: string,
): Record<string, Answer | undefined> {
  return Object.fromEntries(
    steps
      .flatMap((step) => step.fields)
      .map((field) => [
        field.name,
        v.parse(answerSchema(field, today(timeZone)), input(field, values[field.name])),
      ]),
  );
}

/** An answer as a citizen reads it before sending. */
export function shown(field: Field, value: DraftValue | undefined, date: (day: string) => string): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((file) => file.name).join(', ');
  if (typeof value === 'object') return value.line;
  if (field.type === 'choice') return field.options.find((option) => option.value === value)?.label ?? '';
  if (field.type === 'date' && v.is(DateSchema, isoDay(value))) return date(isoDay(value));
  return value;
}

/** What the portal knows, for the fields that ask the applicant for it. Only fields that are empty are filled in. */
export function prefill({ steps }: FormDefinition, values: Values, profile: Profile): Values {
  const known: Record<string, DraftValue | undefined> = {
    'family-name': profile.lastName,
    'given-name': profile.firstName,
    'additional-name': profile.middleName,
    bday: profile.birthDate?.split('-').reverse().join('.'),
    snils: profile.snils,
    tel: profile.phone,
    email: profile.email,
    'street-address': profile.address,
  };
  const filled = { ...values };
  for (const { name, autocomplete } of steps.flatMap((step) => step.fields))
    if (autocomplete !== undefined && !filled[name]) filled[name] = known[autocomplete];
  return filled;
}
