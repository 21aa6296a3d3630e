import * as v from 'valibot';

import { CRITERIA } from '../contract/ratings/criteria.ts';
import { RatingInputSchema, type RatingInput } from '../contract/ratings/schemas.ts';
import { textIn, type FieldValues } from '../fields/field-kind.ts';
import { schemaMistakes } from '../forms/schema-mistakes.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import { portalTime } from '../portal/clock.ts';
import type { Portal } from '../portal/context.ts';
import { PortalError, reportFailure } from '../portal/errors.ts';
import type { SendResult } from '../portal/post-json.ts';
import { changeRating, createRating, fetchOwnRating } from '../portal/ratings.ts';

/** The portal has a rating of the application. */
export interface RatingReceipt {
  /** Whether it is the one that was sent now; false where the application was rated before. */
  isFirst: boolean;
  /** Whether an earlier rating was changed. */
  isChange?: boolean;
  /** The rating, and until when it can be changed; absent where the portal does not say it. */
  own?: { values: FieldValues; until: string };
}

/** A rating as it is sent: a new one, or a change of one that the portal has. */
export type SentRating = RatingInput & { isChange?: true };

/** Makes the input of `RatingInputSchema`. Every key is there, because valibot skips the message of a key that is absent. */
const rawInput = (values: FieldValues) => ({
  number: textIn(values, 'number'),
  code: textIn(values, 'code'),
  marks: Object.fromEntries(CRITERIA.map((name) => [name, Number(textIn(values, name)) || undefined])),
  comment: textIn(values, 'comment').trim() || undefined,
  anonymous: textIn(values, 'anonymous') === 'yes' || undefined,
});

/** Checks the answers. Gives the codes of the mistakes by question. */
export const mistakesIn = (values: FieldValues): Mistakes =>
  schemaMistakes(RatingInputSchema, rawInput(values));

/** Makes the rating for the portal. Throws a `ValiError` where an answer is wrong: check first. */
export const inputOf = (values: FieldValues): SentRating => ({
  ...v.parse(RatingInputSchema, rawInput(values)),
  ...(textIn(values, 'changes') === 'yes' && { isChange: true as const }),
});

/** The values of a form that changes a rating. */
const ownOf = (
  { marks, comment, anonymous }: Omit<RatingInput, 'number' | 'code'>,
  { number, code }: Pick<RatingInput, 'number' | 'code'>,
  until: string | undefined,
): Pick<RatingReceipt, 'own'> =>
  until === undefined || Date.parse(until) <= portalTime()
    ? {}
    : {
        own: {
          values: {
            ...Object.fromEntries(
              CRITERIA.map((name) => [name, marks[name] ? String(marks[name]) : undefined]),
            ),
            ...{ number, code, comment, changes: 'yes', anonymous: anonymous ? 'yes' : undefined },
          },
          until,
        },
      };

const problemTypeOf = (error: unknown) => (error instanceof PortalError ? error.problem?.type : undefined);

/**
 * Sends a rating, or changes one. The key holds the number too, because the citizen may correct the number in the same draft: that is another
 * rating. An application that has a rating already counts as accepted, with `isFirst: false`.
 */
export async function sendInput(
  portal: Portal,
  { isChange, ...input }: SentRating,
  key: string,
): Promise<SendResult<RatingReceipt>> {
  try {
    const send = isChange ? changeRating : createRating;
    const sent = await send(portal, input, `${key}-${input.number}`);
    if (sent.result !== 'accepted') return sent;
    const own = ownOf(input, input, sent.value.changeableUntil);
    return { result: 'accepted', value: { isFirst: true, ...(isChange && { isChange }), ...own } };
  } catch (error) {
    // `key-reused`: the portal has the marks of an earlier attempt, whose response was lost.
    const problem = problemTypeOf(error);
    if (problem !== 'already-rated' && problem !== 'key-reused') throw error;
    return { result: 'accepted', value: { isFirst: false, ...(await earlierRating(portal, input)) } };
  }
}

/** The rating that the portal has; nothing where it cannot be fetched now: that it is there is known. */
async function earlierRating(portal: Portal, input: RatingInput): Promise<Pick<RatingReceipt, 'own'>> {
  try {
    const rating = await fetchOwnRating(portal, input);
    return ownOf(rating, input, rating.changeableUntil);
  } catch (error) {
    reportFailure(error);
    return {};
  }
}

/** Name of the notice for an error: there is no result yet, or number and code do not belong together. */
export function noticeForError(error: unknown): string | undefined {
  if (problemTypeOf(error) === 'no-result') return 'noResult';
  return error instanceof PortalError && error.status === 404 ? 'wrongPair' : undefined;
}
