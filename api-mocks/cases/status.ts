import * as v from 'valibot';

import { STATES_TO_RESULT, isFinalState, STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import {
  ApplicationSchema,
  type ApplicationStatus,
  type Application,
  type ApplicationSummary,
  type State,
} from '../../widgets/contract/applications/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { unseal, type KeyContext } from '../store/sealing.ts';
import type { Case } from './cases.ts';
import { deadlineOf, lateRegistration, todayIn, type Today } from './deadline.ts';
import { statesOf } from './history.ts';
import { holderOf, needOf } from './needs.ts';
import { resultFilesOf } from './result-files.ts';

/** What showing an application needs. */
export type ApplicationStatusContext = DatabaseContext & KeyContext & ClockContext & RegionDataContext;

/** The names of some states. */
const titlesOf = (states: readonly State[]) =>
  Object.fromEntries(states.map((state) => [state, STATE_WORDS[state].title]));

/** A case in the list of its applicant, and what its page shows of it besides. */
export function applicationSummaryOf(
  { key, now }: KeyContext & ClockContext,
  kase: Case,
  { today, calendar, clock }: Today,
): ApplicationSummary {
  const { number, service, agency, state, submittedAt, rated, unread, corrects, correctedBy } = kase;
  const holder = holderOf(kase);
  const writeInstant = (at: number) => clock.wallTime(new Date(at)) + clock.offsetAt(new Date(at));
  const need = needOf(kase, { today, now: now().getTime(), writeInstant });
  const question = questionOf(key, kase);
  return {
    number,
    service,
    agency,
    state,
    titles: titlesOf([state]),
    submittedAt,
    rated,
    ...deadlineOf(kase, { today, calendar }),
    ...(holder && { holder }),
    ...(need && { need }),
    ...(question && { question }),
    unread,
    invoices: kase.openInvoices,
    ...(corrects !== null && { corrects }),
    ...(correctedBy !== null && { correctedBy }),
  };
}

/** The question that waits for the applicant, decrypted; `undefined` if there is none. */
function questionOf(key: Uint8Array, { question, askedAt, answerDueOn }: Case): Application['question'] {
  if (question === null || askedAt === null || answerDueOn === null) return undefined;
  return { text: String(unseal(key, question)), askedAt, answerDueOn };
}

/**
 * A case as anybody with its number and code sees it, without the answers in the form. `next` lists the states that are still to come on
 * the way to the result. While the case is `asked`, they are those that follow the state before the question.
 *
 * | state     | state before the question | `next`                                              |
 * | --------- | ------------------------- | --------------------------------------------------- |
 * | `checked` |                           | `requested`, `decided` (with the last day), `ready` |
 * | `asked`   | `requested`               | `decided` (without a day), `ready`                  |
 * | `refused` |                           | none: the state is final                            |
 */
export function applicationStatusOf(
  context: ApplicationStatusContext,
  kase: Case,
): ApplicationStatus & ApplicationSummary {
  const { state, stateBefore } = kase;
  const history = statesOf(context.db, kase.number);
  const summary = applicationSummaryOf(context, kase, todayIn(context));
  const cameOn = regionDay(new Date(kase.submittedAt), context.data.region.timeZone);
  const statesAhead = isFinalState(state)
    ? []
    : STATES_TO_RESULT.slice(STATES_TO_RESULT.indexOf(stateBefore ?? state) + 1);
  return {
    ...summary,
    ...lateRegistration(cameOn, context.data.calendar),
    titles: titlesOf([...history.map((entry) => entry.state), ...statesAhead]),
    history,
    next: statesAhead.map((next) => ({
      state: next,
      // While a question waits, the last day is not known.
      ...(next === 'decided' && state !== 'asked' && { by: summary.dueOn }),
    })),
    ...(isFinalState(state) && {
      outcome: {
        title: STATE_WORDS[state].title,
        note: history.at(-1)?.note ?? STATE_WORDS[state].note,
      },
    }),
  };
}

const { answers: AnswersSchema, refusal: RefusalSchema } = ApplicationSchema.entries;

/** A case with everything in it. `withAnswers` says whether the applicant's answers in the form are part of it. */
export function fullApplicationOf(
  context: ApplicationStatusContext,
  kase: Case,
  { withAnswers }: { withAnswers: boolean } = { withAnswers: true },
): Application {
  const { formVersion, sealed, number } = kase;
  const { db, key } = context;
  const row = db.prepare('SELECT sealed FROM refusals WHERE application = ?').get(number);
  return {
    ...applicationStatusOf(context, kase),
    formVersion,
    ...(withAnswers && { answers: v.parse(AnswersSchema, unseal(key, sealed)) }),
    ...(row && { refusal: v.parse(RefusalSchema, unseal(key, row['sealed'] as Uint8Array)) }),
    files: resultFilesOf(context, number),
  };
}
