import { isFinalState, STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import { addDays, daysLeft, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Case } from '../cases/cases.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { dateInWords } from '../store/region-clock.ts';
import { MoveError } from './move-error.ts';

/**
 * Puts a case back in time by whole weeks, history and all, so that its last day has passed. Gives what was done, in Russian.
 * Throws a `MoveError`.
 */
export function makeCaseOverdue(
  { db, now, data }: DatabaseContext & ClockContext & RegionDataContext,
  { number, state, dueOn }: Case,
): string {
  if (isFinalState(state)) throw new MoveError(`Дело закончено: «${STATE_WORDS[state].title}».`);
  if (state === 'asked') throw new MoveError('Срок стоит: ждём, что ответит заявитель.');
  const today = regionDay(now(), data.region.timeZone);
  if (dueOn < today) return `Срок дела ${number} уже прошёл: ${dateInWords(dueOn)}`;
  const left = daysLeft(dueOn, today, { unit: 'calendarDay', calendar: {} });
  const days = -7 * (Math.floor(left / 7) + 1);
  const due = addDays(dueOn, days);
  const shift = (column: string) => `${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '${days} days')`;
  db.prepare(`UPDATE applications SET ${shift('submittedAt')}, dueOn = ? WHERE number = ?`).run(due, number);
  for (const table of ['history', 'letters', 'files'])
    db.prepare(`UPDATE ${table} SET ${shift('at')} WHERE application = ?`).run(number);
  return `Дело ${number} отодвинули в прошлое: ответить нужно было до ${dateInWords(due)}`;
}
