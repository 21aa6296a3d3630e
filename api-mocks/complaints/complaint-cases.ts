import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import {
  AnswererSchema,
  ComplaintStateSchema,
  EscalationSchema,
  type Complaint,
  type ComplaintStatus,
  type ComplaintSummary,
} from '../../widgets/contract/complaints/schemas.ts';
import { GROUNDS } from '../../widgets/contract/complaints/grounds.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Citizen } from '../sign-in/citizens.ts';
import { unlock } from '../cases/codes.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { unseal } from '../store/sealed.ts';

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
export const complaintsOf = (db: DatabaseSync, citizen: string, limit: number, after = ':'): ComplaintRow[] =>
  db
    .prepare('SELECT * FROM complaints WHERE citizen = ? AND number < ? ORDER BY number DESC LIMIT ?')
    .all(citizen, after, limit)
    .map((row) => v.parse(RowSchema, row));

/** The complaint that a code opens, or, without one, that of the citizen who has signed in. What is somebody else's looks like what is not there. */
export function openComplaint(
  sandbox: Sandbox,
  number: string,
  code: string | undefined,
  citizen: Citizen | undefined,
): ComplaintRow {
  if (code !== undefined) return unlock(sandbox, number, code, (known) => findComplaint(sandbox.db, known));
  const found = findComplaint(sandbox.db, number);
  if (citizen && found?.citizen === citizen.id) return found;
  throw new Refusal('not-found');
}

const WordsSchema = v.object({
  text: v.string(),
  name: v.string(),
  email: v.optional(v.string()),
  phone: v.optional(v.string()),
});

/** What the citizen wrote. */
export const wordsOf = (key: Uint8Array, { sealed }: ComplaintRow) =>
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
const HistorySchema = v.array(v.object({ state: ComplaintStateSchema, at: v.string() }));

/** What was answered, oldest first. */
export const answersTo = (
  { db, key }: Pick<Sandbox, 'db' | 'key'>,
  { number }: ComplaintRow,
): Complaint['answers'] =>
  v
    .parse(
      AnswersSchema,
      db.prepare('SELECT * FROM complaintAnswers WHERE complaint = ? ORDER BY id').all(number),
    )
    .map(({ sealed, ...verdict }) => ({ ...verdict, text: String(unseal(key, sealed)) }));

/** Where it has been, oldest first. */
export const historyOf = (db: DatabaseSync, { number }: ComplaintRow): ComplaintStatus['history'] =>
  v.parse(
    HistorySchema,
    db.prepare('SELECT state, at FROM complaintHistory WHERE complaint = ? ORDER BY id').all(number),
  );

/** A complaint as it stands in the list. */
export function summaryOf({ data, now }: Sandbox, found: ComplaintRow): ComplaintSummary {
  const { number, ground, state, registeredAt, dueOn } = found;
  const agency = data.catalogue.agencies.find(({ slug }) => slug === found.agency) ?? {
    slug: found.agency,
    title: found.agency,
  };
  const isAnswered = state === 'answered' || state === 'closed';
  const overdue = !isAnswered && dueOn < regionDay(now());
  return { number, ground, agency, state, registeredAt, dueOn, overdue };
}

/** A complaint as anybody with its code sees it: no personal data. */
export function statusOf(sandbox: Sandbox, found: ComplaintRow): ComplaintStatus {
  const summary = summaryOf(sandbox, found);
  const { state, overdue } = summary;
  return {
    ...summary,
    history: historyOf(sandbox.db, found),
    answers: answersTo(sandbox, found).map(({ by, satisfied, at }) => ({ by, satisfied, at })),
    canEscalate: state === 'answered' || (overdue && state !== 'escalated'),
  };
}

/** A complaint as its owner sees it. */
export function complaintOf(sandbox: Sandbox, found: ComplaintRow): Complaint {
  const row = sandbox.db
    .prepare('SELECT *, complaint AS number FROM escalations WHERE complaint = ?')
    .get(found.number);
  const { application } = found;
  return {
    ...statusOf(sandbox, found),
    ...(application !== null && { application }),
    ...wordsOf(sandbox.key, found),
    answers: answersTo(sandbox, found),
    ...(row && {
      escalation: v.parse(EscalationSchema, {
        ...row,
        contents: JSON.parse(String(row['contents'])) as unknown,
      }),
    }),
  };
}
