import * as v from 'valibot';

import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import { STATES } from '../../widgets/contract/applications/schemas.ts';
import { isComplaintAnswered } from '../../widgets/contract/complaints/moves.ts';
import { COMPLAINT_STATES } from '../../widgets/contract/complaints/schemas.ts';
import type { Erasure } from '../../widgets/contract/consents/schemas.ts';
import type { Handlers } from '../http/handlers.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';

type ErasureContext = DatabaseContext & ClockContext & WallClockContext;

/** States of applications and complaints on which nobody works any more. */
const CLOSED_STATES: readonly string[] = [
  ...STATES.filter(isFinalState),
  ...COMPLAINT_STATES.filter(isComplaintAnswered),
];

/**
 * Applications and complaints. The query gives the state under the name `isClosed`; the schema says whether it is a closed one.
 */
const CasesSchema = v.array(
  v.object({
    number: v.string(),
    dueOn: v.string(),
    isClosed: v.pipe(
      v.string(),
      v.transform((state) => CLOSED_STATES.includes(state)),
    ),
  }),
);

/** Tables whose rows are deleted with a closed application. Their foreign keys do not cascade. */
const TABLES_OF_APPLICATION = ['history', 'ratings'];

/**
 * Rows that are deleted whenever the citizen asks. Rows of a case are deleted with the case: foreign keys cascade. Sessions
 * end by themselves within hours.
 */
const ROWS_OF_CITIZEN = [
  'drafts WHERE citizen = ?',
  'notificationPreferences WHERE citizen = ?',
  'outbox WHERE citizen = ?',
  'events WHERE citizen = ?',
  'instantRequests WHERE citizen = ?',
  'uploads WHERE citizen = ? AND application IS NULL',
];

/** Handler of erasure on request (152-ФЗ, arts. 9 and 21): deletes closed cases, and names those that are still open. */
export const erasureHandlers: Pick<Handlers<ErasureContext>, 'createErasure'> = {
  createErasure: ({ citizen }, context) => ({ status: 201, body: eraseCitizenData(context, citizen.id) }),
};

/**
 * Deletes everything about a citizen but open cases and future appointments. Runs within a transaction. The bytes of files
 * are deleted later, by `deleteExpiredUploads`.
 */
function eraseCitizenData({ db, now, wallNow }: ErasureContext, citizen: string): Erasure {
  const cases = v.parse(
    CasesSchema,
    db
      .prepare(
        `SELECT number, dueOn, state AS isClosed FROM applications WHERE citizen = :citizen
         UNION ALL SELECT number, dueOn, state FROM complaints WHERE citizen = :citizen ORDER BY number`,
      )
      .all({ citizen }),
  );
  const erased = cases.filter(({ isClosed }) => isClosed).map(({ number }) => number);
  for (const number of erased) {
    for (const table of TABLES_OF_APPLICATION)
      db.prepare(`DELETE FROM ${table} WHERE application = ?`).run(number);
    db.prepare('DELETE FROM answered WHERE createdCase = ?').run(number);
    // Applications and complaints share one sequence, so a number is in one of the two tables.
    for (const table of ['applications', 'complaints'])
      db.prepare(`DELETE FROM ${table} WHERE number = ?`).run(number);
  }
  for (const rows of ROWS_OF_CITIZEN) db.prepare(`DELETE FROM ${rows}`).run(citizen);
  db.prepare('DELETE FROM appointments WHERE citizen = ? AND (cancelled = 1 OR startsAt < ?)').run(
    citizen,
    now().getTime(),
  );
  return {
    erasedAt: wallNow().toISOString(),
    erased,
    kept: cases.filter(({ isClosed }) => !isClosed).map(({ number, dueOn }) => ({ number, dueOn })),
  };
}
