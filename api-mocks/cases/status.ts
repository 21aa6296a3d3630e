import * as v from 'valibot';

import {
  ApplicationSchema,
  type ApplicationStatus,
  type Application,
  type ApplicationSummary,
} from '../../widgets/contract/applications/schemas.ts';
import { WAY, isEnd, standingOf, type Case } from './cases.ts';
import { deadlineOf } from './deadline.ts';
import type { Desk } from '../workflow/desk.ts';
import { stepsOf } from './history.ts';
import { filesOf } from './result-files.ts';
import { unseal } from '../store/sealed.ts';
import { NOTES, STATE_WORDS } from '../words.ts';

const standing = ({ data, now }: Desk, found: Case) => {
  const { number, service, agency, state, submittedAt, rated } = found;
  return { number, service, agency, state, submittedAt, rated, ...deadlineOf(found, data.calendar, now()) };
};

/** A case as who has number and code sees it: no personal data. */
export function statusOf(desk: Desk, found: Case): ApplicationStatus {
  const { state } = found;
  const history = stepsOf(desk.db, found.number);
  const where = standing(desk, found);
  return {
    ...where,
    history,
    next: isEnd(state)
      ? []
      : WAY.slice(WAY.indexOf(standingOf(found)) + 1).map((next) => ({
          state: next,
          // While a question waits, no day is set.
          ...(next === 'decided' && state !== 'asked' && { by: where.dueOn }),
        })),
    ...(isEnd(state) && {
      outcome: { title: STATE_WORDS[state], note: history.at(-1)?.note ?? NOTES[state] },
    }),
  };
}

const links = ({ unread, corrects, correctedBy }: Case) => ({
  unread,
  ...(corrects !== null && { corrects }),
  ...(correctedBy !== null && { correctedBy }),
});

/** A case in its applicant's list. */
export const summaryOf = (desk: Desk, found: Case): ApplicationSummary => ({
  ...standing(desk, found),
  ...links(found),
});

const { answers, question } = ApplicationSchema.entries;

/** All of a case, for its applicant. */
export function wholeOf(desk: Desk, found: Case): Application {
  const { formVersion, sealed, askedAt, answerDueOn } = found;
  return {
    ...statusOf(desk, found),
    ...links(found),
    formVersion,
    answers: v.parse(answers, unseal(desk.key, sealed)),
    ...(found.question && {
      question: v.parse(question, { text: unseal(desk.key, found.question), askedAt, answerDueOn }),
    }),
    files: filesOf(desk, found.number).map(({ file }) => file),
  };
}
