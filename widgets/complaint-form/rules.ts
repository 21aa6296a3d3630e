import * as v from 'valibot';

import {
  ComplaintInputSchema,
  type ComplaintCreated,
  type ComplaintInput,
} from '../contract/complaints/schemas.ts';
import type { AgencyContact } from '../contract/forms/schemas.ts';
import { Drafts } from '../drafts/drafts.ts';
import { mistakesOf } from '../fields/judge.ts';
import type { Mistakes } from '../fields/mistakes.ts';
import { complain } from '../portal/complaints.ts';
import type { Portal } from '../portal/context.ts';
import { catalogueOf } from '../portal/forms.ts';
import { remembered, sendOnce, type SentOnce } from '../portal/send-once.ts';
import { DRAFT, inputOf, type ComplaintDraft, type Values } from './draft.ts';

const drafts = new Drafts<ComplaintDraft>();

/** What is wrong with a complaint. `consent` is the version that the citizen has agreed to. */
export const mistakesIn = (values: Values, consent: string | undefined): Mistakes =>
  mistakesOf(ComplaintInputSchema, inputOf(values, consent));

/** What the draft has to remember when its values, in which nothing is wrong, are about to be sent. */
export const toSend = ({ values, sent }: ComplaintDraft, consent: string | undefined): ComplaintInput[] =>
  remembered(sent, v.parse(ComplaintInputSchema, inputOf(values, consent)));

/** Sends what the draft remembers, under its key. */
export const send = (portal: Portal, { sent, key }: ComplaintDraft): Promise<SentOnce<ComplaintCreated>> =>
  sendOnce<ComplaintInput, ComplaintCreated>(sent, (input) => complain(portal, input, key));

/** The agencies that can be complained of. */
export const agenciesOf = async (portal: Portal): Promise<AgencyContact[]> =>
  (await catalogueOf(portal)).agencies;

export const restore = (): Promise<ComplaintDraft | undefined> => drafts.load(DRAFT);
export const keep = (draft: ComplaintDraft, refused?: ComplaintInput): Promise<ComplaintDraft | undefined> =>
  drafts.save(draft, refused);
export const forget = (): Promise<void> => drafts.remove(DRAFT);
