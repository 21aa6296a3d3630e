import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Period } from '../../widgets/deadlines/period.ts';
import type { Case } from '../cases/cases.ts';
import { addHistoryEntry, historyOf } from '../cases/history.ts';
import { sendLetter } from '../cases/letters.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import { dateInWords } from '../store/region-clock.ts';
import { MoveError } from './move-error.ts';

/** The law allows so much, once (59-ФЗ, art. 12, part 2). */
const PROLONGATION: Period = { value: 30, unit: 'calendarDay' };

/**
 * Prolongs the period of a case: the new one begins where the old one ends. The applicant gets a letter with the reason and a notice
 * with the new last day. Gives a sentence in Russian. Runs within a transaction. Throws a `MoveError` where the law does not allow it.
 */
export function prolongPeriod(context: EventContext, kase: Case, reason: string): string {
  refuseProlongation(context, kase);
  const { number, citizen } = kase;
  const by = dueDate(PROLONGATION, kase.dueOn, context.data.calendar);
  context.db.prepare('UPDATE applications SET dueOn = ? WHERE number = ?').run(by, number);
  const sentence = `Срок ответа продлили до ${dateInWords(by)}`;
  addHistoryEntry(context, number, { action: 'prolonged', role: 'specialist', note: sentence });
  sendLetter(context, kase, { role: 'specialist', text: `${sentence}\n\n${reason}`, hasNotice: true });
  addEvent(context, { citizen, kind: 'applicationChanged', subject: number, by });
  return `Дело ${number}: ${sentence}`;
}

function refuseProlongation({ db, now, data }: EventContext, { number, state, period, dueOn }: Case): void {
  if (isFinalState(state)) throw new MoveError('Дело закончено.');
  if (state === 'asked') throw new MoveError('Срок стоит: ждём, что ответит заявитель.');
  if (period.unit !== 'calendarDay')
    throw new MoveError('Продлить можно только срок в календарных днях: 59-ФЗ, статья 12.');
  if (dueOn < regionDay(now(), data.region.timeZone))
    throw new MoveError('Срок уже прошёл: продлевают его раньше.');
  if (historyOf(db, number).some(({ action }) => action === 'prolonged'))
    throw new MoveError('Срок уже продлевали: второй раз закон не разрешает.');
}
