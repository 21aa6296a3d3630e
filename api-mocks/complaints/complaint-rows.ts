import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { GROUNDS } from '../../widgets/contract/complaints/grounds.ts';
import {
  AnswererSchema,
  ComplaintStateSchema,
  type Complaint,
  type ComplaintStatus,
} from '../../widgets/contract/complaints/schemas.ts';
import { requireByCode, type WrongCodesContext } from '../cases/codes.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { unseal, type KeyContext } from '../store/sealing.ts';

const bytes = v.instance(Uint8Array);

const RowSchema = v.object({
  number: v.string(),
  codeSalt: v.nullable(bytes),
  codeHash: v.nullable(bytes),
  ground: v.picklist(GROUNDS),
  agency: v.string(),
  application: v.nullable(v.string()),
  citizen: v.nullable(v.string()),
  registeredAt: v.string(),
  dueOn: v.string(),
  state: ComplaintStateSchema,
  sealed: bytes,
});
/** A complaint as the database keeps it. */
export type ComplaintRow = v.InferOutput<typeof RowSchema>;

export function findComplaint(db: DatabaseSync, number: string): ComplaintRow | undefined {
  const row = db.prepare('SELECT * FROM complaints WHERE number = ?').get(number);
  return row && v.parse(RowSchema, row);
}

/** Complaints of a citizen, newest first: at most `limit` of those with a lower number than `after`. */
export const complaintsOf = (
  db: DatabaseSync,
  citizen: string,
  { limit, after = ':' }: { limit: number; after?: string | undefined },
): ComplaintRow[] =>
  db
    .prepare('SELECT * FROM complaints WHERE citizen = ? AND number < ? ORDER BY number DESC LIMIT ?')
    .all(citizen, after, limit)
    .map((row) => v.parse(RowSchema, row));

/** Complaints of all, newest first. */
export const newestComplaints = (db: DatabaseSync, limit: number): ComplaintRow[] =>
  db
    .prepare('SELECT * FROM complaints ORDER BY number DESC LIMIT ?')
    .all(limit)
    .map((row) => v.parse(RowSchema, row));

/** Who asks for a complaint: by its code, or as the citizen who has signed in. */
interface ComplaintReader {
  code?: string | undefined;
  citizen: Citizen | undefined;
}

/** The complaint that a code opens, or, without one, that of the citizen. What is somebody else's looks like what is not there. */
export function requireOwnComplaint(
  context: DatabaseContext & WrongCodesContext & WallClockContext,
  number: string,
  { code, citizen }: ComplaintReader,
): ComplaintRow {
  const find = (known: string) => findComplaint(context.db, known);
  if (code !== undefined) return requireByCode(context, { number, code }, find);
  const complaint = find(number);
  if (citizen && complaint?.citizen === citizen.id) return complaint;
  throw new HttpProblem('not-found');
}

const WordsSchema = v.object({
  text: v.string(),
  name: v.string(),
  email: v.optional(v.string()),
  phone: v.optional(v.string()),
});

/** What the citizen wrote. */
export const unsealComplaint = (key: Uint8Array, { sealed }: ComplaintRow) =>
  v.parse(WordsSchema, unseal(key, sealed));

const AnswersSchema = v.array(
  v.pipe(
    v.object({ answerer: AnswererSchema, satisfied: v.number(), at: v.string(), sealed: bytes }),
    v.transform(({ answerer, satisfied, at, sealed }) => ({
      by: answerer,
      satisfied: satisfied === 1,
      at,
      sealed,
    })),
  ),
);

/** What was answered, oldest first. */
export const complaintAnswersOf = (
  { db, key }: DatabaseContext & KeyContext,
  { number }: ComplaintRow,
): Complaint['answers'] =>
  v
    .parse(
      AnswersSchema,
      db.prepare('SELECT * FROM complaintAnswers WHERE complaint = ? ORDER BY id').all(number),
    )
    .map(({ sealed, ...verdict }) => ({ ...verdict, text: String(unseal(key, sealed)) }));

const StatesSchema = v.array(v.object({ state: ComplaintStateSchema, at: v.string() }));

/** The states that a complaint has come to, oldest first. */
export const complaintStatesOf = (
  db: DatabaseSync,
  { number }: Pick<ComplaintRow, 'number'>,
): ComplaintStatus['history'] =>
  v.parse(
    StatesSchema,
    db.prepare('SELECT state, at FROM complaintHistory WHERE complaint = ? ORDER BY id').all(number),
  );
