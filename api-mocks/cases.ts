import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { StateSchema, type ApplicationStatus, type State } from '../widgets/contract/application.ts';
import { AgencyContactSchema } from '../widgets/contract/form.ts';
import { addDays, daysLeft, regionDay, type Calendar } from '../widgets/deadlines/calendar.ts';
import { PeriodSchema } from '../widgets/deadlines/period.ts';
import type { Citizen } from './citizens.ts';
import { insert, transaction } from './database.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from './sandbox.ts';
import { NOTES, STATE_WORDS, dayInWords } from './words.ts';

const json = <S extends v.GenericSchema>(schema: S) => v.pipe(v.string(), v.parseJson(), schema);

const CaseSchema = v.object({
  number: v.string(),
  codeSalt: v.instance(Uint8Array),
  codeHash: v.instance(Uint8Array),
  service: json(v.object({ slug: v.string(), title: v.string(), short: v.string() })),
  agency: json(AgencyContactSchema),
  period: json(PeriodSchema),
  citizen: v.nullable(v.string()),
  submittedAt: v.string(),
  dueOn: v.string(),
  state: StateSchema,
  rated: v.pipe(
    v.number(),
    v.transform((rated) => rated === 1),
  ),
});
/** An application as the database keeps it. */
export type Case = v.InferOutput<typeof CaseSchema>;

const SELECT =
  'SELECT *, EXISTS (SELECT 1 FROM ratings WHERE application = number) AS rated FROM applications';

export function findCase(db: DatabaseSync, number: string): Case | undefined {
  const row = db.prepare(`${SELECT} WHERE number = ?`).get(number);
  return row && v.parse(CaseSchema, row);
}

/** The case of a citizen who has signed in. What is somebody else's looks like what is not there. */
export function ownCase({ db }: Sandbox, number: string, citizen: Citizen | undefined): Case {
  const found = findCase(db, number);
  if (!found || !citizen || found.citizen !== citizen.id) throw new Refusal('not-found');
  return found;
}

/** All cases, newest first. */
export const allCases = (db: DatabaseSync): Case[] =>
  db
    .prepare(`${SELECT} ORDER BY number DESC`)
    .all()
    .map((row) => v.parse(CaseSchema, row));

/** The states on the way to the result, in order. */
const WAY: readonly State[] = ['registered', 'checked', 'requested', 'decided', 'ready'];

export const isEnd = (state: State): boolean =>
  state === 'ready' || state === 'refused' || state === 'withdrawn';

/** What comes after a state when all goes well; `undefined` at an end. */
export const nextState = (state: State): State | undefined =>
  isEnd(state) ? undefined : WAY[WAY.indexOf(state) + 1];

/** A case cannot be moved so; the message says why, in Russian. */
export class MoveError extends Error {
  override name = 'MoveError';
}

/** The states that a case passes through on its way to another one. Refusal and withdrawal are one step from anywhere. */
function wayTo(from: State, to: State): readonly State[] {
  if (isEnd(from)) throw new MoveError(`Дело закончено: «${STATE_WORDS[from]}».`);
  if (!WAY.includes(to)) return [to];
  const way = WAY.slice(WAY.indexOf(from) + 1, WAY.indexOf(to) + 1);
  if (!way.length)
    throw new MoveError(`Из «${STATE_WORDS[from]}» в «${STATE_WORDS[to]}» дело не идёт: только вперёд.`);
  return way;
}

export interface Move {
  /** Where to; without it, and without `overdue`, one step on. */
  to?: State | undefined;
  /** Puts the case back in time by whole weeks, so that its last day has passed. */
  overdue?: boolean | undefined;
}

/** Moves a case as an official would. Gives what was done, in Russian, one sentence each. Throws a `MoveError`. */
export function move(db: DatabaseSync, number: string, { to, overdue = false }: Move, now: Date): string[] {
  return transaction(db, () => {
    const found = findCase(db, number);
    if (!found) throw new MoveError(`Дела ${number} нет.`);
    const way = to || !overdue ? wayTo(found.state, to ?? nextState(found.state) ?? found.state) : [];
    const done = overdue ? [makeOverdue(db, found, regionDay(now))] : [];
    for (const state of way) {
      enter(db, number, state, now);
      done.push(`Дело ${number}: «${STATE_WORDS[state]}».`);
    }
    return done;
  });
}

/** Writes down that a case has come to a state. */
export function enter(db: DatabaseSync, number: string, state: State, now: Date): void {
  db.prepare('UPDATE applications SET state = ? WHERE number = ?').run(state, number);
  insert(db, 'history', { application: number, state, at: now.toISOString(), note: NOTES[state] });
}

function makeOverdue(db: DatabaseSync, { number, state, dueOn }: Case, today: string): string {
  if (isEnd(state)) throw new MoveError(`Дело закончено: «${STATE_WORDS[state]}».`);
  if (dueOn < today) return `Срок дела ${number} уже прошёл: ${dayInWords(dueOn)}`;
  const days = -7 * (Math.floor(daysLeft(dueOn, today, 'calendarDay', {}) / 7) + 1);
  const due = addDays(dueOn, days);
  const shift = (column: string) => `${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '${days} days')`;
  db.prepare(`UPDATE applications SET ${shift('submittedAt')}, dueOn = ? WHERE number = ?`).run(due, number);
  db.prepare(`UPDATE history SET ${shift('at')} WHERE application = ?`).run(number);
  return `Дело ${number} отодвинули в прошлое: ответить нужно было до ${dayInWords(due)}`;
}

const HistorySchema = v.array(v.object({ state: StateSchema, at: v.string(), note: v.string() }));

/** A case as the applicant sees it: no personal data. */
export function statusOf(db: DatabaseSync, found: Case, calendar: Calendar, now: Date): ApplicationStatus {
  const { number, service, agency, period, submittedAt, dueOn, state, rated } = found;
  const today = regionDay(now);
  const ended = isEnd(state);
  const unit = period.unit === 'workingDay' ? 'workingDay' : 'calendarDay';
  return {
    number,
    service,
    agency,
    state,
    submittedAt,
    dueOn,
    ...(!ended && { daysLeft: { value: daysLeft(dueOn, today, unit, calendar), unit } }),
    overdue: !ended && dueOn < today,
    history: v.parse(
      HistorySchema,
      db.prepare('SELECT state, at, note FROM history WHERE application = ? ORDER BY id').all(number),
    ),
    next: ended
      ? []
      : WAY.slice(WAY.indexOf(state) + 1).map((next) => ({
          state: next,
          ...(next === 'decided' && { by: dueOn }),
        })),
    ...(ended && { outcome: { title: STATE_WORDS[state], note: NOTES[state] } }),
    rated,
  };
}
