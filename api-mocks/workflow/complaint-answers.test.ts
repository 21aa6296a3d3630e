import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  COMPLAINT_MOVES,
  type ComplaintMove,
  type ComplaintMoveName,
} from '../../widgets/contract/complaints/moves.ts';
import {
  COMPLAINT_STATES,
  ComplaintCreatedSchema,
  type ComplaintState,
} from '../../widgets/contract/complaints/schemas.ts';
import { findComplaint } from '../complaints/complaint-rows.ts';
import { TEST_NOW, exampleComplaint, newIdempotencyKey, startTestSandbox } from '../testing.ts';
import { answerComplaint, startComplaintReview } from './complaint-answers.ts';
import { MoveError } from './move-error.ts';

const DAY = 86_400_000;
const VERDICT = { satisfied: false, text: 'Срок продлили.' };

/** A portal with a complaint of Anna's in a state; its last day may have passed. */
async function complained(state: ComplaintState, isLate = false) {
  let now = TEST_NOW;
  const portal = await startTestSandbox({ wallNow: () => now });
  const context = portal.context();
  const send = (path: string, body: object) =>
    portal.post(`/v1/complaints${path}`, body, {
      'Idempotency-Key': newIdempotencyKey(),
      ...portal.headersOf('anna'),
    });
  const { number } = v.parse(ComplaintCreatedSchema, await (await send('', exampleComplaint())).json());
  const escalate = async () => (await send(`/${number}/escalations`, {})).status === 201;
  if (state === 'underReview') startComplaintReview(context, number);
  if (state !== 'registered' && state !== 'underReview') answerComplaint(context, number, VERDICT);
  if (state === 'escalated' || state === 'closed') await escalate();
  if (state === 'closed') answerComplaint(context, number, VERDICT);
  if (isLate) now = new Date(now.getTime() + 60 * DAY);
  const stateNow = () => findComplaint(context.db, number)?.state;
  return { context, number, escalate, stateNow };
}

/** Whether an official is let do something. */
function isDone(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof MoveError) return false;
    throw error;
  }
}

const PAIRS = COMPLAINT_STATES.flatMap((state) => [false, true].map((isLate) => [state, isLate] as const));
/** Where the table leads from a state by one of these moves; nowhere where it allows none. */
const targetOf = (names: readonly ComplaintMoveName[], state: ComplaintState, isLate = false) =>
  names
    .map((name): ComplaintMove => COMPLAINT_MOVES[name])
    .find(({ from, onlyOverdue }) => from.includes(state) && (isLate || !onlyOverdue))?.to;

describe('the table of moves', () => {
  it.each(PAIRS)(
    'is all that officials can do with a complaint that is %s (late: %s)',
    async (state, isLate) => {
      const review = await complained(state, isLate);
      const reviewed = targetOf(['review'], state);
      expect(
        isDone(() => {
          startComplaintReview(review.context, review.number);
        }),
      ).toBe(reviewed !== undefined);
      expect(review.stateNow()).toBe(reviewed ?? state);

      const answer = await complained(state, isLate);
      // A body that answers has considered the complaint.
      const answered = targetOf(['answer', 'close'], targetOf(['review'], state) ?? state);
      expect(
        isDone(() => {
          answerComplaint(answer.context, answer.number, VERDICT);
        }),
      ).toBe(answered !== undefined);
      expect(answer.stateNow()).toBe(answered ?? state);
    },
  );

  it.each(PAIRS)('is all that its author can do with one that is %s (late: %s)', async (state, isLate) => {
    const { escalate, stateNow } = await complained(state, isLate);
    const escalated = targetOf(['disagree', 'escalateOverdue'], state, isLate);
    expect(await escalate()).toBe(escalated !== undefined);
    expect(stateNow()).toBe(escalated ?? state);
  });
});
