import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { STATE_WORDS } from '../../widgets/contract/applications/moves.ts';
import { StateSchema, ActionSchema, type Action } from '../../widgets/contract/applications/schemas.ts';
import { CaseRoleSchema, type CaseRole } from '../../widgets/contract/messages/schemas.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';

/** An entry without what `addHistoryEntry` knows: the state and the instant. */
interface NewHistoryEntry {
  /** What was done: `stateChanged`, `messageSent`. */
  action: Action;
  /** Who did it. */
  role: CaseRole;
  /** In Russian. Without personal data: anybody with number and code can read it. */
  note?: string | undefined;
}

/**
 * Adds an entry to the history of a case, with the state that the case has now. Gives the instant of the entry, ISO 8601. It
 * is never before that of the last entry, even if the clock was set back: the history stays in order.
 */
export function addHistoryEntry(
  { db, now }: DatabaseContext & ClockContext,
  number: string,
  { action, role, note }: NewHistoryEntry,
): string {
  const row = db
    .prepare(
      `INSERT INTO history (application, state, at, note, action, role)
       SELECT number, state, max(?, coalesce((SELECT max(at) FROM history WHERE application = number), '')), ?, ?, ?
       FROM applications WHERE number = ? RETURNING at`,
    )
    .get(now().toISOString(), note ?? null, action, role, number);
  return String(row?.['at']);
}

const note = v.optional(v.string());
const EntriesSchema = v.array(
  v.object({ at: v.string(), role: CaseRoleSchema, action: ActionSchema, state: StateSchema, note }),
);

/** An entry of the history of a case. */
export type HistoryEntry = v.InferOutput<typeof EntriesSchema>[number];

const ACTION_TITLES: Record<Exclude<Action, 'stateChanged'>, string> = {
  requestSent: 'Отправлен запрос',
  requestAnswered: 'Пришёл ответ на запрос',
  messageSent: 'Письмо',
  invoiceIssued: 'Выставлен счёт',
  fileIssued: 'Выдан файл',
  prolonged: 'Срок продлён',
  corrected: 'Исправлено и подано снова',
};

/** What was done, in Russian; of a move the state that the case has come to. */
export const titleOfEntry = ({ action, state }: HistoryEntry): string =>
  action === 'stateChanged' ? STATE_WORDS[state].title : ACTION_TITLES[action];

/** The history of a case, oldest entry first. */
export const historyOf = (db: DatabaseSync, number: string): HistoryEntry[] =>
  v.parse(
    EntriesSchema,
    db
      .prepare('SELECT * FROM history WHERE application = ? ORDER BY id')
      .all(number)
      .map(({ note: text, ...row }) => ({ ...row, ...(text !== null && { note: text }) })),
  );

/** How many entries the history of a case has. */
export const countHistory = (db: DatabaseSync, number: string): number =>
  Number(db.prepare('SELECT count(*) AS count FROM history WHERE application = ?').get(number)?.['count']);

/** The states that a case has had, oldest first. */
export const statesOf = (db: DatabaseSync, number: string): Pick<HistoryEntry, 'state' | 'at' | 'note'>[] =>
  historyOf(db, number)
    .filter(({ action }) => action === 'stateChanged')
    .map(({ state, at, note: text }) => ({ state, at, ...(text !== undefined && { note: text }) }));
