import * as v from 'valibot';

import { CRITERIA } from '../contract/ratings/criteria.ts';
import { RatingInputSchema, type RatingInput } from '../contract/ratings/schemas.ts';
import { textIn, type FieldValues } from '../fields/field-kind.ts';
import { schemaMistakes } from '../forms/schema-mistakes.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import type { Portal } from '../portal/context.ts';
import { PortalError } from '../portal/errors.ts';
import type { SendResult } from '../portal/post-json.ts';
import { createRating } from '../portal/ratings.ts';

/** The portal has a rating of the application; whether it is the one that was sent now. */
export interface RatingReceipt {
  isFirst: boolean;
}

/** What was typed, as `RatingInputSchema` wants to see it. */
const rawInput = (values: FieldValues) => ({
  number: textIn(values, 'number'),
  code: textIn(values, 'code'),
  marks: Object.fromEntries(CRITERIA.map((name) => [name, Number(textIn(values, name)) || undefined])),
  comment: textIn(values, 'comment').trim() || undefined,
});

export const mistakesIn = (values: FieldValues): Mistakes =>
  schemaMistakes(RatingInputSchema, rawInput(values));

export const inputOf = (values: FieldValues): RatingInput => v.parse(RatingInputSchema, rawInput(values));

const problemTypeOf = (error: unknown) => (error instanceof PortalError ? error.problem?.type : undefined);

/** Sends a rating: once for its application, however often it is sent. */
export async function sendInput(
  portal: Portal,
  input: RatingInput,
  key: string,
): Promise<SendResult<RatingReceipt>> {
  try {
    const sent = await createRating(portal, input, `${key}-${input.number}`);
    return sent.result === 'accepted' ? { result: 'accepted', value: { isFirst: true } } : sent;
  } catch (error) {
    // With a key that was used the portal has the marks that were sent before.
    const problem = problemTypeOf(error);
    if (problem !== 'already-rated' && problem !== 'key-reused') throw error;
    return { result: 'accepted', value: { isFirst: false } };
  }
}

export function noticeForError(error: unknown): string | undefined {
  if (problemTypeOf(error) === 'no-result') return 'noResult';
  return error instanceof PortalError && error.status === 404 ? 'wrongPair' : undefined;
}
