import * as v from 'valibot';

import { WAY, isEnd, STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import {
  ApplicationSchema,
  type ApplicationStatus,
  type Application,
  type ApplicationSummary,
} from '../../widgets/contract/applications/schemas.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { RegionContext } from '../store/portal-data.ts';
import { unseal, type KeyContext } from '../store/sealed.ts';
import type { Case } from './cases.ts';
import { deadlineOf, todayIn, type Today } from './deadline.ts';
import { statesOf } from './history.ts';
import { filesOf } from './result-files.ts';

export type StatusContext = DatabaseContext & ClockContext & RegionContext;

const placeOf = (kase: Case, today: Today) => {
  const { number, service, agency, state, submittedAt, rated } = kase;
  return { number, service, agency, state, submittedAt, rated, ...deadlineOf(kase, today) };
};

/** A case as who has number and code sees it: no personal data. */
export function statusOf(context: StatusContext, kase: Case): ApplicationStatus {
  const { state, standing } = kase;
  const history = statesOf(context.db, kase.number);
  const place = placeOf(kase, todayIn(context));
  const ahead = isEnd(state) ? [] : WAY.slice(WAY.indexOf(standing ?? state) + 1);
  return {
    ...place,
    history,
    next: ahead.map((next) => ({
      state: next,
      // While a question waits, no day is set.
      ...(next === 'decided' && state !== 'asked' && { by: place.dueOn }),
    })),
    ...(isEnd(state) && {
      outcome: {
        title: STATE_WORDS[state].title,
        note: history.at(-1)?.note ?? STATE_WORDS[state].note,
      },
    }),
  };
}

const linksOf = ({ unread, corrects, correctedBy }: Case) => ({
  unread,
  ...(corrects !== null && { corrects }),
  ...(correctedBy !== null && { correctedBy }),
});

/** A case in its applicant's list. */
export const summaryOf = (kase: Case, today: Today): ApplicationSummary => ({
  ...placeOf(kase, today),
  ...linksOf(kase),
});

const { answers, question } = ApplicationSchema.entries;

/** All of a case, for its applicant. */
export function wholeOf(context: StatusContext & KeyContext, kase: Case): Application {
  const { formVersion, sealed, askedAt, answerDueOn } = kase;
  const { key } = context;
  return {
    ...statusOf(context, kase),
    ...linksOf(kase),
    formVersion,
    answers: v.parse(answers, unseal(key, sealed)),
    ...(kase.question && {
      question: v.parse(question, { text: unseal(key, kase.question), askedAt, answerDueOn }),
    }),
    files: filesOf(context, kase.number),
  };
}
