import * as v from 'valibot';

import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import { STATES } from '../../widgets/contract/applications/schemas.ts';
import { isComplaintAnswered } from '../../widgets/contract/complaints/moves.ts';
import { COMPLAINT_STATES } from '../../widgets/contract/complaints/schemas.ts';
import type { Erasure } from '../../widgets/contract/consents/schemas.ts';
import type { Handlers } from '../http/api.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';

type ErasureContext = DatabaseContext & ClockContext & WallClockContext;

/** Where an application or a complaint can stand when nobody works on it any more. */
const CLOSED_STATES: readonly string[] = [
  ...STATES.filter(isFinalState),
  ...COMPLAINT_STATES.filter(isComplaintAnswered),
];

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

/** What goes with a closed application and has no foreign key that sees to it. */
const TABLES_OF_APPLICATION = ['history', 'ratings'];

/** What goes whenever the citizen asks. What belongs to a case goes with the case; sessions end by themselves. */
const ROWS_OF_CITIZEN = [
  'drafts WHERE citizen = ?',
  'notificationPreferences WHERE citizen = ?',
  'outbox WHERE citizen = ?',
  'events WHERE citizen = ?',
  'instantRequests WHERE citizen = ?',
  'uploads WHERE citizen = ? AND application IS NULL',
];

/** Erasure on request (152-ФЗ, arts. 9 and 21): what is closed goes, what is under way is named. */
export const erasureHandlers: Pick<Handlers<ErasureContext>, 'createErasure'> = {
  createErasure: ({ citizen }, context) => ({ status: 201, body: eraseCitizenData(context, citizen.id) }),
};

/** Runs within a transaction. The bytes of files without a row are swept away later. */
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
    // A number is of one of them: they are counted together.
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
