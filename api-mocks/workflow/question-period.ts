import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Period } from '../../widgets/deadlines/period.ts';
import type { Case } from '../cases/cases.ts';
import { daysLeftOf, resumedDueOn } from '../cases/deadline.ts';
import { insertRow } from '../store/database.ts';
import { seal, type KeyContext } from '../store/sealing.ts';
import { pauseSchedule, resumeSchedule, type ScheduleContext } from './schedules.ts';

/** The applicant has this time to answer a question. */
const QUESTION_PERIOD: Period = { value: 10, unit: 'workingDay' };

/**
 * Stores a question, and stops the period: the law does not count the days on which the agency waits for the applicant. The
 * script of the case waits too. `kase` is the case before the question.
 */
export function stopAnswerPeriod(
  context: ScheduleContext & KeyContext,
  kase: Case,
  question: { at: Date; text: string },
): void {
  const { calendar, region } = context.data;
  const today = regionDay(question.at, region.timeZone);
  const answerDueOn = dueDate(QUESTION_PERIOD, today, calendar);
  insertRow(context.db, 'questions', {
    application: kase.number,
    standing: kase.state,
    daysLeft: daysLeftOf(kase, today, calendar),
    askedAt: question.at.toISOString(),
    answerDueOn,
    sealed: seal(context.key, question.text),
  });
  pauseSchedule(context, kase.number, answerDueOn);
}

/** Deletes the question of a case that was `asked`. Its period and its script run on from the instant `at`. */
export function resumeAnswerPeriod(context: ScheduleContext, kase: Case, { at }: { at: Date }): void {
  const { calendar, region } = context.data;
  const dueOn = resumedDueOn(kase, regionDay(at, region.timeZone), calendar);
  context.db.prepare('DELETE FROM questions WHERE application = ?').run(kase.number);
  context.db.prepare('UPDATE applications SET dueOn = ? WHERE number = ?').run(dueOn, kase.number);
  resumeSchedule(context, kase);
}
