import * as v from 'valibot';

import { CRITERIA } from '../contract/ratings/criteria.ts';
import { RatingInputSchema, type RatingInput } from '../contract/ratings/schemas.ts';
import { textIn, type Values } from '../fields/kind.ts';
import { mistakesOf } from '../forms/judge.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import type { Portal } from '../portal/context.ts';
import { PortalError } from '../portal/errors.ts';
import type { Sent } from '../portal/send.ts';
import { rate } from '../portal/ratings.ts';

/** The portal has a rating of the application; whether it is the one that was sent now. */
export interface RatingReceipt {
  isFirst: boolean;
}

/** What was typed, as `RatingInputSchema` wants to see it. */
const typedIn = (values: Values) => ({
  number: textIn(values, 'number'),
  code: textIn(values, 'code'),
  marks: Object.fromEntries(CRITERIA.map((name) => [name, Number(textIn(values, name)) || undefined])),
  comment: textIn(values, 'comment').trim() || undefined,
});

export const mistakesIn = (values: Values): Mistakes => mistakesOf(RatingInputSchema, typedIn(values));

export const inputOf = (values: Values): RatingInput => v.parse(RatingInputSchema, typedIn(values));

const problemIn = (error: unknown) => (error instanceof PortalError ? error.problem?.type : undefined);

/** Sends a rating: once for its application, however often it is sent. */
export async function send(portal: Portal, input: RatingInput, key: string): Promise<Sent<RatingReceipt>> {
  try {
    const sent = await rate(portal, input, `${key}-${input.number}`);
    return sent.result === 'accepted' ? { result: 'accepted', value: { isFirst: true } } : sent;
  } catch (error) {
    // With a key that was used the portal has the marks that were sent before.
    const problem = problemIn(error);
    if (problem !== 'already-rated' && problem !== 'key-reused') throw error;
    return { result: 'accepted', value: { isFirst: false } };
  }
}

export function noticeOf(error: unknown): string | undefined {
  if (problemIn(error) === 'no-result') return 'noResult';
  return error instanceof PortalError && error.status === 404 ? 'wrongPair' : undefined;
}
