import * as v from 'valibot';

import { RatingInputSchema, type RatingCreated, type RatingInput } from '../contract/rating.ts';
import { newDraft } from '../drafts/draft.ts';
import { Drafts } from '../drafts/drafts.ts';
import { mistakesOf } from '../fields/judge.ts';
import type { Mistakes } from '../fields/mistakes.ts';
import type { Portal } from '../portal/context.ts';
import type { Sent } from '../portal/http.ts';
import { rate } from '../portal/ratings.ts';
import { DRAFT, inputOf, type Values } from './answers.ts';

const drafts = new Drafts();

/** What is wrong with what was typed and chosen. */
export const mistakesIn = (values: Values): Mistakes => mistakesOf(RatingInputSchema, inputOf(values));

/** What was typed and chosen, as the portal takes it. Call it when nothing is wrong. */
export const ratingOf = (values: Values): RatingInput => v.parse(RatingInputSchema, inputOf(values));

/** Sends a rating in which nothing is wrong. */
export const send = (portal: Portal, rating: RatingInput): Promise<Sent<RatingCreated>> =>
  rate(portal, rating);

/** What was chosen before the page was left. */
export async function restore(): Promise<Values> {
  const draft = await drafts.load(DRAFT);
  const kept = Object.entries(draft?.values ?? {}).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(kept) as Values;
}

export const keep = async (values: Values): Promise<void> => {
  await drafts.save({ ...newDraft(DRAFT, ''), values });
};
export const forget = (): Promise<void> => drafts.remove(DRAFT);
