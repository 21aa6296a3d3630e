import { isFinalState, STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import { addDays, daysLeft, regionDay } from '../../widgets/deadlines/calendar.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import { runTransaction } from '../store/database.ts';
import { dateInWords } from '../store/region-clock.ts';
import { MoveError } from './move-error.ts';

/**
 * Makes a case overdue: moves back its submission, its last day, and the dates of its history, letters and files. Whole weeks keep the
 * days of the week, so that everything still happens on working days. With a last day on 4 December, and today 21 November, 13 days are
 * left: they move back by 14 days, and the last day becomes 20 November. Gives a sentence in Russian. Throws a `MoveError`
 * if the case has ended, or a question waits.
 */
export function makeCaseOverdue(context: EventContext, { number, citizen, state, dueOn }: Case): string {
  const { db, now, data } = context;
  if (isFinalState(state)) throw new MoveError(`Дело закончено: «${STATE_WORDS[state].title}».`);
  if (state === 'asked') throw new MoveError('Срок стоит: ждём, что ответит заявитель.');
  const today = regionDay(now(), data.region.timeZone);
  if (dueOn < today) return `Срок дела ${number} уже прошёл: ${dateInWords(dueOn)}`;
  const daysUntilDue = daysLeft(dueOn, today, { unit: 'calendarDay', calendar: {} });
  const shiftDays = -7 * (Math.floor(daysUntilDue / 7) + 1);
  const newDueOn = addDays(dueOn, shiftDays);
  const shiftedColumn = (column: string) =>
    `${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '${shiftDays} days')`;
  db.prepare(`UPDATE applications SET ${shiftedColumn('submittedAt')}, dueOn = ? WHERE number = ?`).run(
    newDueOn,
    number,
  );
  for (const table of ['history', 'letters', 'files'])
    db.prepare(`UPDATE ${table} SET ${shiftedColumn('at')} WHERE application = ?`).run(number);
  tellOverdue(context, { number, citizen, dueOn: newDueOn });
  return `Дело ${number} отодвинули в прошлое: ответить нужно было до ${dateInWords(newDueOn)}`;
}

/** Tells the applicants of all cases whose last day is over, once for each last day. */
export function tellOverdueCases(context: EventContext): void {
  const { db, now, data } = context;
  const today = regionDay(now(), data.region.timeZone);
  runTransaction(db, () => {
    const rows = db
      .prepare(
        `SELECT number FROM applications WHERE dueOn < ? AND NOT EXISTS (SELECT 1 FROM overdueNotices WHERE application = number AND overdueNotices.dueOn = applications.dueOn)
         AND state IN ('registered', 'checked', 'requested', 'decided')`,
      )
      .all(today);
    for (const { number } of rows) {
      const kase = findCase(db, String(number));
      if (kase) tellOverdue(context, kase);
    }
  });
}

/** Tells the applicant that the last day of her case is over. Runs within a transaction. */
function tellOverdue(
  context: EventContext,
  { number, citizen, dueOn }: Pick<Case, 'number' | 'citizen' | 'dueOn'>,
): void {
  context.db.prepare('INSERT OR REPLACE INTO overdueNotices VALUES (?, ?)').run(number, dueOn);
  addEvent(context, { citizen, kind: 'applicationChanged', subject: number, notice: 'overdue', by: dueOn });
}
