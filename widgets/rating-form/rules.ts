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

/** The portal has a rating of the application. */
export interface RatingReceipt {
  /** Whether it is the one that was sent now; false where the application was rated before. */
  isFirst: boolean;
}

/** Makes the input of `RatingInputSchema`. Every key is there, because valibot skips the message of a key that is absent. */
const rawInput = (values: FieldValues) => ({
  number: textIn(values, 'number'),
  code: textIn(values, 'code'),
  marks: Object.fromEntries(CRITERIA.map((name) => [name, Number(textIn(values, name)) || undefined])),
  comment: textIn(values, 'comment').trim() || undefined,
});

/** Checks the answers. Gives the codes of the mistakes by question. */
export const mistakesIn = (values: FieldValues): Mistakes =>
  schemaMistakes(RatingInputSchema, rawInput(values));

/** Makes the rating for the portal. Throws a `ValiError` where an answer is wrong: check first. */
export const inputOf = (values: FieldValues): RatingInput => v.parse(RatingInputSchema, rawInput(values));

const problemTypeOf = (error: unknown) => (error instanceof PortalError ? error.problem?.type : undefined);

/**
 * Sends a rating. The key holds the number too, because the citizen may correct the number in the same draft: that is another rating.
 * An application that has a rating already counts as accepted, with `isFirst: false`.
 */
export async function sendInput(
  portal: Portal,
  input: RatingInput,
  key: string,
): Promise<SendResult<RatingReceipt>> {
  try {
    const sent = await createRating(portal, input, `${key}-${input.number}`);
    return sent.result === 'accepted' ? { result: 'accepted', value: { isFirst: true } } : sent;
  } catch (error) {
    // `key-reused`: the portal has the marks of an earlier attempt, whose response was lost.
    const problem = problemTypeOf(error);
    if (problem !== 'already-rated' && problem !== 'key-reused') throw error;
    return { result: 'accepted', value: { isFirst: false } };
  }
}

/** Name of the notice for an error: there is no result yet, or number and code do not belong together. */
export function noticeForError(error: unknown): string | undefined {
  if (problemTypeOf(error) === 'no-result') return 'noResult';
  return error instanceof PortalError && error.status === 404 ? 'wrongPair' : undefined;
}
