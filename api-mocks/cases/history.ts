import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import {
  StateSchema,
  ActionSchema,
  type ApplicationStatus,
  type Action,
  type ApplicationHistory,
} from '../../widgets/contract/applications/schemas.ts';
import { CaseRoleSchema, type CaseRole } from '../../widgets/contract/messages/schemas.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';

interface NewHistoryEntry {
  action: Action;
  role: CaseRole;
  /** Without personal data: who has number and code reads it too. */
  note?: string | undefined;
}

/**
 * Adds to the history of a case what was done where it stands now. Gives the instant, ISO 8601: never before that of the last
 * entry.
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

/** All that was done in a case, oldest first. */
export const historyOf = (db: DatabaseSync, number: string): ApplicationHistory['items'] =>
  v.parse(
    EntriesSchema,
    db
      .prepare('SELECT * FROM history WHERE application = ? ORDER BY id')
      .all(number)
      .map(({ note: words, ...row }) => ({ ...row, ...(words !== null && { note: words }) })),
  );

/** The states that a case has come to, oldest first. */
export const statesOf = (db: DatabaseSync, number: string): ApplicationStatus['history'] =>
  historyOf(db, number)
    .filter(({ action }) => action === 'stateChanged')
    .map(({ state, at, note: words }) => ({ state, at, ...(words !== undefined && { note: words }) }));
