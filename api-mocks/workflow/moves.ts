import type { DatabaseSync } from 'node:sqlite';

import type { State } from '../../widgets/contract/applications/schemas.ts';
import { addDays, daysLeft, regionDay } from '../../widgets/deadlines/calendar.ts';
import { findCase, isEnd, nextState, standingOf, WAY, type Case } from '../cases/cases.ts';
import { transaction } from '../store/database.ts';
import { deskOf, type Desk } from './desk.ts';
import { enter } from './enter.ts';
import { write } from '../cases/letters.ts';
import { STATE_WORDS, dayInWords } from '../words.ts';

/** A case cannot be moved so; the message says why, in Russian. */
export class MoveError extends Error {
  override name = 'MoveError';
}

export interface Move {
  /** Where to; without it, and without `overdue` and `text`, one step on. */
  to?: State | undefined;
  /** Puts the case back in time by whole weeks, so that its last day has passed. */
  overdue?: boolean | undefined;
  /** What the official writes to the applicant: with `asked` the question, with `refused` the reason. */
  text?: string | undefined;
}

/** Moves a case as an official would. Gives what was done, in Russian, one sentence each. Throws a `MoveError`. */
export function act(desk: Desk, number: string, { to, overdue = false, text }: Move): string[] {
  const { db } = desk;
  return transaction(db, () => {
    const found = findCase(db, number);
    if (!found) throw new MoveError(`Дела ${number} нет.`);
    const goes = to !== undefined || (!overdue && text === undefined);
    const way = goes ? wayTo(found, to) : [];
    const done = overdue ? [makeOverdue(desk, found)] : [];
    for (const [i, state] of way.entries()) {
      enter(desk, findCase(db, number) ?? found, state, { text: i === way.length - 1 ? text : undefined });
      done.push(`Дело ${number}: «${STATE_WORDS[state]}».`);
    }
    if (!goes && text !== undefined) {
      write(desk, found, 'specialist', { text });
      done.push(`Дело ${number}: письмо отправлено.`);
    }
    return done;
  });
}

/** The same from another process, which has only the database file. `now` is what the officials' calendar says. */
export const move = (db: DatabaseSync, number: string, how: Move, now: Date): string[] =>
  act(deskOf(db, now), number, how);

/** The states that a case passes through on its way to another one. Refusal and withdrawal are one step from anywhere. */
function wayTo(found: Case, wish: State | undefined): readonly State[] {
  const { state } = found;
  if (isEnd(state)) throw new MoveError(`Дело закончено: «${STATE_WORDS[state]}».`);
  const from = standingOf(found);
  const to = wish ?? nextState(from) ?? from;
  if (to === 'asked' && (state === 'asked' || state === 'decided'))
    throw new MoveError(`Из «${STATE_WORDS[state]}» вопрос не задают.`);
  if (!WAY.includes(to)) return [to];
  const way = WAY.slice(WAY.indexOf(from) + 1, WAY.indexOf(to) + 1);
  if (!way.length)
    throw new MoveError(`Из «${STATE_WORDS[state]}» в «${STATE_WORDS[to]}» дело не идёт: только вперёд.`);
  return way;
}

function makeOverdue({ db, now }: Desk, { number, state, dueOn }: Case): string {
  if (isEnd(state)) throw new MoveError(`Дело закончено: «${STATE_WORDS[state]}».`);
  if (state === 'asked') throw new MoveError('Срок стоит: ждём, что ответит заявитель.');
  const today = regionDay(now());
  if (dueOn < today) return `Срок дела ${number} уже прошёл: ${dayInWords(dueOn)}`;
  const days = -7 * (Math.floor(daysLeft(dueOn, today, 'calendarDay', {}) / 7) + 1);
  const due = addDays(dueOn, days);
  const shift = (column: string) => `${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '${days} days')`;
  db.prepare(`UPDATE applications SET ${shift('submittedAt')}, dueOn = ? WHERE number = ?`).run(due, number);
  for (const table of ['history', 'letters', 'files'])
    db.prepare(`UPDATE ${table} SET ${shift('at')} WHERE application = ?`).run(number);
  return `Дело ${number} отодвинули в прошлое: ответить нужно было до ${dayInWords(due)}`;
}
