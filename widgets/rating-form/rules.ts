import * as v from 'valibot';

import { RatingInputSchema, type RatingCreated, type RatingInput } from '../contract/ratings/schemas.ts';
import { newDraft } from '../drafts/draft.ts';
import { Drafts } from '../drafts/drafts.ts';
import { mistakesOf } from '../fields/judge.ts';
import type { Mistakes } from '../fields/mistakes.ts';
import type { Portal } from '../portal/context.ts';
import type { Sent } from '../portal/http.ts';
import { rate } from '../portal/ratings.ts';
import { DRAFT, inputOf, type Values } from './answers.ts';

const drafts = new Drafts();
let draft = newDraft(DRAFT, '');

/** What is wrong with what was typed and chosen. */
export const mistakesIn = (values: Values): Mistakes => mistakesOf(RatingInputSchema, inputOf(values));

/** What was typed and chosen, as the portal takes it. Call it when nothing is wrong. */
export const ratingOf = (values: Values): RatingInput => v.parse(RatingInputSchema, inputOf(values));

/** Sends a rating in which nothing is wrong: once for its application, however often it is sent. */
export const send = (portal: Portal, rating: RatingInput): Promise<Sent<RatingCreated>> =>
  rate(portal, rating, `${draft.key}-${rating.number}`);

/** What was chosen before the page was left. */
export async function restore(): Promise<Values> {
  draft = (await drafts.load(DRAFT)) ?? draft;
  const kept = Object.entries(draft.values).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(kept) as Values;
}

export async function keep(values: Values): Promise<void> {
  draft = { ...draft, values };
  draft = (await drafts.save(draft)) ?? draft;
}

export async function forget(): Promise<void> {
  draft = newDraft(DRAFT, '');
  await drafts.remove(DRAFT);
}
