import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { StateSchema } from '../../widgets/contract/applications/schemas.ts';
import { AgencyContactSchema } from '../../widgets/contract/forms/schemas.ts';
import { PeriodSchema } from '../../widgets/deadlines/period.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { DatabaseContext } from '../store/database.ts';

/** A column that holds JSON as text. */
const jsonColumn = <S extends v.GenericSchema>(schema: S) => v.pipe(v.string(), v.parseJson(), schema);

/** Parses a row of `SELECT_CASES`. */
const CaseSchema = v.object({
  number: v.string(),
  codeSalt: v.instance(Uint8Array),
  codeHash: v.instance(Uint8Array),
  service: jsonColumn(v.object({ slug: v.string(), title: v.string(), short: v.string() })),
  agency: jsonColumn(AgencyContactSchema),
  period: jsonColumn(PeriodSchema),
  formVersion: v.string(),
  /** The answers, encrypted. */
  sealed: v.instance(Uint8Array),
  /** Id of the applicant; `null` if she has not signed in. */
  citizen: v.nullable(v.string()),
  submittedAt: v.string(),
  /** The last day of the period. A question stops the period: until it is answered, `deadlineOf` counts the day anew. */
  dueOn: v.string(),
  state: StateSchema,
  /** Number of the refused application that this one corrects. */
  corrects: v.nullable(v.string()),
  /** Number of the application that corrects this one. */
  correctedBy: v.nullable(v.string()),
  /** How many letters the citizen has not read. */
  unread: v.number(),
  /** How many invoices are not paid. */
  openInvoices: v.number(),
  /** The last day to pay the most urgent of them. */
  payBy: v.nullable(v.string()),
  /** The last day to choose one of the times that the agency offers, unless one is chosen. */
  chooseBy: v.nullable(v.string()),
  /** When the applicant is expected, in milliseconds since 1970: the last visit that is not cancelled. It may be over. */
  visitAt: v.nullable(v.number()),
  rated: v.pipe(
    v.number(),
    v.transform((rated) => rated === 1),
  ),
  // All below are `null` unless a question waits for the applicant.
  /** The state before the question. */
  stateBefore: v.nullable(StateSchema),
  /** Days left of the period when the question was asked; also `null` if the period was over then. */
  daysLeft: v.nullable(v.number()),
  askedAt: v.nullable(v.string()),
  answerDueOn: v.nullable(v.string()),
  /** The text of the question, encrypted. */
  question: v.nullable(v.instance(Uint8Array)),
});
/** An application as the database stores it. Days are `YYYY-MM-DD`, instants ISO 8601. */
export type Case = v.InferOutput<typeof CaseSchema>;

/** Selects applications with what other tables know of them. `standing` is the old name of the column of `stateBefore`. */
const SELECT_CASES = `
  SELECT applications.*,
    EXISTS (SELECT 1 FROM ratings WHERE application = number) AS rated,
    (SELECT later.number FROM applications AS later WHERE later.corrects = applications.number) AS correctedBy,
    (SELECT count(*) FROM letters WHERE application = number AND readAt IS NULL) AS unread,
    (SELECT count(*) FROM invoices WHERE application = number AND state = 'issued') AS openInvoices,
    (SELECT min(dueOn) FROM invoices WHERE application = number AND state = 'issued') AS payBy,
    (SELECT chooseBy FROM visitOffers WHERE application = number AND NOT EXISTS
      (SELECT 1 FROM appointments WHERE application = number AND cancelled = 0
       AND startsAt >= 1000 * strftime('%s', offeredAt))) AS chooseBy,
    (SELECT max(startsAt) FROM appointments WHERE application = number AND cancelled = 0) AS visitAt,
    standing AS stateBefore, daysLeft, askedAt, answerDueOn, questions.sealed AS question
  FROM applications LEFT JOIN questions ON questions.application = number`;

/** Finds the case with a number. Gives `undefined` if there is none. */
export function findCase(db: DatabaseSync, number: string): Case | undefined {
  const row = db.prepare(`${SELECT_CASES} WHERE number = ?`).get(number);
  return row && v.parse(CaseSchema, row);
}

/**
 * Finds a case of the citizen who has signed in. Throws 404 `not-found` if there is none, and also if it is somebody else's:
 * the response does not tell which numbers exist.
 */
export function requireOwnCase({ db }: DatabaseContext, number: string, citizen: Citizen | undefined): Case {
  const kase = findCase(db, number);
  if (!kase || kase.citizen !== citizen?.id) throw new HttpProblem('not-found');
  return kase;
}

/**
 * Cases of a citizen, newest first: at most `limit` of those with a lower number than `after`. Without `after` all numbers
 * are lower: `:` comes after the digits in ASCII.
 */
export const casesOf = (
  db: DatabaseSync,
  citizen: string,
  { limit, after = ':' }: { limit: number; after?: string | undefined },
): Case[] =>
  db
    .prepare(`${SELECT_CASES} WHERE citizen = ? AND number < ? ORDER BY number DESC LIMIT ?`)
    .all(citizen, after, limit)
    .map((row) => v.parse(CaseSchema, row));

/** All cases, newest first. */
export const allCases = (db: DatabaseSync): Case[] =>
  db
    .prepare(`${SELECT_CASES} ORDER BY number DESC`)
    .all()
    .map((row) => v.parse(CaseSchema, row));
