import type { State } from '../../widgets/contract/applications/schemas.ts';
import type { Role } from '../../widgets/contract/messages/schemas.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Period } from '../../widgets/deadlines/period.ts';
import { isEnd, type Case } from '../cases/cases.ts';
import { leftOf, resumedDue } from '../cases/deadline.ts';
import { insert } from '../store/database.ts';
import type { Desk } from './desk.ts';
import { announce } from '../events/events.ts';
import { record } from '../cases/history.ts';
import { cancelInvoices } from '../payments/invoices.ts';
import { write } from '../cases/letters.ts';
import { issueResult } from '../cases/result-files.ts';
import { goOn, hold } from './schedules.ts';
import { seal } from '../store/sealed.ts';
import { LETTERS, NOTES, REASON_IN_LETTER } from '../words.ts';

/** How long a question waits for the applicant. */
const ANSWER_PERIOD: Period = { value: 10, unit: 'workingDay' };

interface Entry {
  role?: Role;
  /** What is written to the applicant; without it, what is usual. A question is asked in these words. */
  text?: string | undefined;
  /** What the history says; without it, what is usual. */
  note?: string | undefined;
}

/**
 * Brings a case to a state, with all that belongs to it: the period, the history, what the applicant is written and given, the
 * event. Runs within a transaction.
 */
export function enter(desk: Desk, found: Case, state: State, entry: Entry = {}): void {
  const { db } = desk;
  const { number, citizen } = found;
  const role = entry.role ?? (state === 'registered' || state === 'withdrawn' ? 'applicant' : 'specialist');
  const text = entry.text ?? (role === 'applicant' ? undefined : LETTERS[state]);
  const note =
    entry.note ?? (state === 'refused' && entry.text !== undefined ? REASON_IN_LETTER : NOTES[state]);

  db.prepare('UPDATE applications SET state = ? WHERE number = ?').run(state, number);
  const at = new Date(record(desk, number, { action: 'stateChanged', role, note }));
  if (found.state === 'asked') resume(desk, found, at);
  if (state === 'asked') suspend(desk, found, at, text ?? '');
  if (text !== undefined) write(desk, found, role, { text });
  if (state === 'ready') issueResult(desk, found);
  else if (isEnd(state)) cancelInvoices(desk, number);
  announce(desk, citizen, 'applicationChanged', number);
}

/** The period stops: the law does not count the days on which the body waits for the applicant. */
function suspend(desk: Desk, found: Case, at: Date, text: string): void {
  const {
    db,
    key,
    data: { calendar },
  } = desk;
  const today = regionDay(at);
  const answerDueOn = dueDate(ANSWER_PERIOD, today, calendar);
  insert(db, 'questions', {
    application: found.number,
    standing: found.state,
    daysLeft: leftOf(found, today, calendar),
    askedAt: at.toISOString(),
    answerDueOn,
    sealed: seal(key, text),
  });
  hold(desk, found.number, answerDueOn);
}

function resume(desk: Desk, found: Case, at: Date): void {
  const { db, data } = desk;
  const dueOn = resumedDue(found, regionDay(at), data.calendar);
  db.prepare('DELETE FROM questions WHERE application = ?').run(found.number);
  db.prepare('UPDATE applications SET dueOn = ? WHERE number = ?').run(dueOn, found.number);
  goOn(desk, found);
}
