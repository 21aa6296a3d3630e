import type { DatabaseSync } from 'node:sqlite';

import type { Context } from 'hono';
import * as v from 'valibot';

import { GROUNDS } from '../../widgets/contract/complaints/grounds.ts';
import {
  AnswererSchema,
  ComplaintStateSchema,
  type Complaint,
} from '../../widgets/contract/complaints/schemas.ts';
import { requireByCode } from '../cases/codes.ts';
import type { WrongCodesContext } from '../cases/wrong-codes.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { unseal, type KeyContext } from '../store/sealing.ts';

const BytesSchema = v.instance(Uint8Array);

/** A row of the table `complaints`. Complaints of the first version have no code. */
const RowSchema = v.object({
  number: v.string(),
  codeSalt: v.nullable(BytesSchema),
  codeHash: v.nullable(BytesSchema),
  ground: v.picklist(GROUNDS),
  agency: v.string(),
  application: v.nullable(v.string()),
  citizen: v.nullable(v.string()),
  registeredAt: v.string(),
  dueOn: v.string(),
  state: ComplaintStateSchema,
  sealed: BytesSchema,
});
/** A complaint as the database stores it. Days are `YYYY-MM-DD`, instants ISO 8601. `sealed` holds what the citizen wrote. */
export type ComplaintRow = v.InferOutput<typeof RowSchema>;

/** Finds the complaint with a number. Gives `undefined` if there is none. */
export function findComplaint(db: DatabaseSync, number: string): ComplaintRow | undefined {
  const row = db.prepare('SELECT * FROM complaints WHERE number = ?').get(number);
  return row && v.parse(RowSchema, row);
}

/**
 * Complaints of a citizen, newest first: at most `limit` of those with a lower number than `after`. Without `after` all
 * numbers are lower: `:` comes after the digits in ASCII.
 */
export const complaintsOf = (
  db: DatabaseSync,
  citizen: string,
  { limit, after = ':' }: { limit: number; after?: string | undefined },
): ComplaintRow[] =>
  db
    .prepare('SELECT * FROM complaints WHERE citizen = ? AND number < ? ORDER BY number DESC LIMIT ?')
    .all(citizen, after, limit)
    .map((row) => v.parse(RowSchema, row));

/** At most `limit` complaints of all citizens, newest first. */
export const newestComplaints = (db: DatabaseSync, limit: number): ComplaintRow[] =>
  db
    .prepare('SELECT * FROM complaints ORDER BY number DESC LIMIT ?')
    .all(limit)
    .map((row) => v.parse(RowSchema, row));

/** Who wants to read a complaint: somebody with its code, or the citizen who has signed in. */
interface ComplaintReader {
  c: Context;
  code?: string | undefined;
  citizen: Citizen | undefined;
}

/**
 * Finds the complaint that a code opens, or, without a code, a complaint of the citizen. Throws 404 `not-found` if there is
 * none, and also if it is somebody else's; 429 `too-many-tries` after a few wrong codes.
 */
export function requireOwnComplaint(
  context: DatabaseContext & WrongCodesContext & WallClockContext,
  number: string,
  { c, code, citizen }: ComplaintReader,
): ComplaintRow {
  const find = (complaintNumber: string) => findComplaint(context.db, complaintNumber);
  if (code !== undefined) return requireByCode(context, { c, number, code }, find);
  const complaint = find(number);
  if (citizen && complaint?.citizen === citizen.id) return complaint;
  throw new HttpProblem('not-found');
}

/** What `sealed` of a complaint holds. */
const PersonalDataSchema = v.object({
  text: v.string(),
  name: v.string(),
  email: v.optional(v.string()),
  phone: v.optional(v.string()),
});

/** Decrypts what the citizen wrote: text, name, e-mail, phone. */
export const unsealComplaint = (key: Uint8Array, { sealed }: ComplaintRow) =>
  v.parse(PersonalDataSchema, unseal(key, sealed));

/** Rows of the table `complaintAnswers`. `satisfied` is 1 if the complaint was satisfied; `sealed` holds the text. */
const AnswersSchema = v.array(
  v.pipe(
    v.object({ answerer: AnswererSchema, satisfied: v.number(), at: v.string(), sealed: BytesSchema }),
    v.transform(({ answerer, satisfied, at, sealed }) => ({
      by: answerer,
      satisfied: satisfied === 1,
      at,
      sealed,
    })),
  ),
);

/** The answers to a complaint, oldest first: of the agency, then of the controlling body. */
export const complaintAnswersOf = (
  { db, key }: DatabaseContext & KeyContext,
  { number }: ComplaintRow,
): Complaint['answers'] =>
  v
    .parse(
      AnswersSchema,
      db.prepare('SELECT * FROM complaintAnswers WHERE complaint = ? ORDER BY id').all(number),
    )
    .map(({ sealed, ...answer }) => ({ ...answer, text: String(unseal(key, sealed)) }));

const StatesSchema = v.array(v.object({ state: ComplaintStateSchema, at: v.string() }));

/** The states that a complaint has had, oldest first. */
export const complaintStatesOf = (
  db: DatabaseSync,
  { number }: Pick<ComplaintRow, 'number'>,
): v.InferOutput<typeof StatesSchema> =>
  v.parse(
    StatesSchema,
    db.prepare('SELECT state, at FROM complaintHistory WHERE complaint = ? ORDER BY id').all(number),
  );
