import type { ComplaintCreated, ComplaintInput } from '../contract/complaints/schemas.ts';
import { newDraft, type Draft } from '../drafts/draft.ts';

/** What is asked, in the order of the page. */
export const FIELDS = ['ground', 'agency', 'application', 'text', 'name', 'email', 'phone'] as const;
export type Field = (typeof FIELDS)[number];
export type Values = Partial<Record<Field, string>>;

/** A complaint as it was typed; what was sent without an answer, and at last the portal's answer, go with it. */
export interface ComplaintDraft extends Draft<ComplaintInput, ComplaintCreated> {
  values: Values;
}

/** Under this id the draft is kept: one for a site. */
export const DRAFT = 'complaint';
export const emptyDraft = (): ComplaintDraft => ({ ...newDraft(DRAFT, ''), values: {} });

const orNothing = (typed: string | undefined) => (typed?.trim() ? typed : undefined);

/** What was typed, as `ComplaintInputSchema` wants to see it. Without the version of the consent nobody has consented. */
export const inputOf = (values: Values, consent: string | undefined) => ({
  ground: values.ground,
  agency: values.agency ?? '',
  application: orNothing(values.application),
  text: values.text,
  name: values.name,
  email: orNothing(values.email),
  phone: orNothing(values.phone),
  consent: consent === undefined ? undefined : { version: consent },
});
