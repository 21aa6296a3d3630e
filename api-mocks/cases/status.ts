import * as v from 'valibot';

import { STATES_TO_RESULT, isFinalState, STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import {
  ApplicationSchema,
  type ApplicationStatus,
  type Application,
  type ApplicationSummary,
} from '../../widgets/contract/applications/schemas.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { unseal, type KeyContext } from '../store/sealing.ts';
import type { Case } from './cases.ts';
import { deadlineOf, todayIn, type Today } from './deadline.ts';
import { statesOf } from './history.ts';
import { resultFilesOf } from './result-files.ts';

/** What showing an application needs. */
export type ApplicationStatusContext = DatabaseContext & ClockContext & RegionDataContext;

/** What the page of a case and the list of cases both show. */
const commonFieldsOf = (kase: Case, today: Today) => {
  const { number, service, agency, state, submittedAt, rated } = kase;
  return { number, service, agency, state, submittedAt, rated, ...deadlineOf(kase, today) };
};

/**
 * A case as anybody with its number and code sees it, without personal data. `next` lists the states that are still to come on
 * the way to the result. While the case is `asked`, they are those that follow the state before the question.
 *
 * | state     | state before the question | `next`                                              |
 * | --------- | ------------------------- | --------------------------------------------------- |
 * | `checked` |                           | `requested`, `decided` (with the last day), `ready` |
 * | `asked`   | `requested`               | `decided` (without a day), `ready`                  |
 * | `refused` |                           | none: the state is final                            |
 */
export function applicationStatusOf(context: ApplicationStatusContext, kase: Case): ApplicationStatus {
  const { state, stateBefore } = kase;
  const history = statesOf(context.db, kase.number);
  const commonFields = commonFieldsOf(kase, todayIn(context));
  const statesAhead = isFinalState(state)
    ? []
    : STATES_TO_RESULT.slice(STATES_TO_RESULT.indexOf(stateBefore ?? state) + 1);
  return {
    ...commonFields,
    history,
    next: statesAhead.map((next) => ({
      state: next,
      // While a question waits, the last day is not known.
      ...(next === 'decided' && state !== 'asked' && { by: commonFields.dueOn }),
    })),
    ...(isFinalState(state) && {
      outcome: {
        title: STATE_WORDS[state].title,
        note: history.at(-1)?.note ?? STATE_WORDS[state].note,
      },
    }),
  };
}

/** What only the applicant sees: the number of unread letters, and the applications that her case corrects or is corrected by. */
const applicantFieldsOf = ({ unread, corrects, correctedBy }: Case) => ({
  unread,
  ...(corrects !== null && { corrects }),
  ...(correctedBy !== null && { correctedBy }),
});

/** A case in the list of its applicant. */
export const applicationSummaryOf = (kase: Case, today: Today): ApplicationSummary => ({
  ...commonFieldsOf(kase, today),
  ...applicantFieldsOf(kase),
});

const { answers: AnswersSchema, question: QuestionSchema } = ApplicationSchema.entries;

/** A case with everything in it, for its applicant. */
export function fullApplicationOf(context: ApplicationStatusContext & KeyContext, kase: Case): Application {
  const { formVersion, sealed, askedAt, answerDueOn } = kase;
  const { key } = context;
  return {
    ...applicationStatusOf(context, kase),
    ...applicantFieldsOf(kase),
    formVersion,
    answers: v.parse(AnswersSchema, unseal(key, sealed)),
    ...(kase.question && {
      question: v.parse(QuestionSchema, { text: unseal(key, kase.question), askedAt, answerDueOn }),
    }),
    files: resultFilesOf(context, kase.number),
  };
}
