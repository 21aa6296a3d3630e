import { randomUUID } from 'node:crypto';

import * as v from 'valibot';

import {
  CaseMessageSchema,
  CaseRoleSchema,
  type CaseMessage,
  type CaseMessageInput,
  type CaseRole,
} from '../../widgets/contract/messages/schemas.ts';
import type { Upload } from '../../widgets/contract/values/schemas.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { seal, unseal, type KeyContext } from '../store/sealing.ts';
import { attachmentsAt, attachUploads, requireUploads } from './attachments.ts';
import type { Case } from './cases.ts';
import { addHistoryEntry } from './history.ts';

interface NewLetter {
  /** Who writes it. */
  role: CaseRole;
  text: string;
  /** Files that the applicant sends with an answer. */
  uploads?: Upload[] | undefined;
  /** The applicant gets a notice of what the letter is about, such as a move: she needs none of the letter. */
  hasNotice?: true;
}

/**
 * Adds a letter to a case: an official's to the applicant, or the applicant's to the agency. Adds an entry to the history; an
 * official's letter also makes an event. Gives the letter. Runs within a transaction.
 */
export function sendLetter(
  context: EventContext,
  { number, citizen }: Pick<Case, 'number' | 'citizen'>,
  { role, hasNotice, ...letter }: NewLetter,
): CaseMessage {
  const at = addHistoryEntry(context, number, { action: 'messageSent', role });
  const isFromApplicant = role === 'applicant';
  const row = {
    id: randomUUID(),
    application: number,
    role,
    at,
    readAt: isFromApplicant ? at : null,
    sealed: seal(context.key, letter),
  };
  insertRow(context.db, 'letters', row);
  if (!isFromApplicant)
    addEvent(context, {
      citizen,
      kind: 'messageReceived',
      subject: number,
      notice: hasNotice ? null : 'news',
    });
  return letterFromRow(context.key, row);
}

/**
 * Adds a letter of the applicant, with the uploads that she names. Throws as `requireUploads`. Gives the letter. Runs within a
 * transaction.
 */
export function sendApplicantLetter(
  context: EventContext,
  kase: Case,
  { text = '', uploads = [] }: CaseMessageInput,
): CaseMessage {
  const found = requireUploads(context, attachmentsAt('/uploads', uploads), { citizen: kase.citizen });
  attachUploads(context, found.keys(), kase.number);
  return sendLetter(context, kase, {
    role: 'applicant',
    text,
    ...(found.size && { uploads: [...found.values()] }),
  });
}

/** A row of the table `letters`. `sealed` holds the text and the uploads. */
const RowSchema = v.object({
  id: v.string(),
  role: CaseRoleSchema,
  at: v.string(),
  readAt: v.nullable(v.string()),
  sealed: v.instance(Uint8Array),
});

/**
 * Letters of a case, newest first: at most `limit` of those that are older than the letter with the id `after`. Without `after`
 * the newest; none if `after` is no letter of this case.
 */
export const lettersOf = (
  { db, key }: DatabaseContext & KeyContext,
  number: string,
  { limit, after }: { limit: number; after?: string | undefined },
): CaseMessage[] =>
  db
    .prepare(
      `SELECT * FROM letters WHERE application = ?1
       AND rowid < coalesce((SELECT rowid FROM letters WHERE id = ?2 AND application = ?1), ?3)
       ORDER BY rowid DESC LIMIT ?4`,
    )
    .all(number, after ?? '', after === undefined ? Number.MAX_SAFE_INTEGER : 0, limit)
    .map((row) => letterFromRow(key, row));

/**
 * Marks a letter of a case as read. A letter that was read before keeps the instant of the first reading. Gives the letter, or
 * `undefined` if the case has none with this id.
 */
export function markLetterRead(
  { db, key, now }: DatabaseContext & KeyContext & ClockContext,
  number: string,
  id: string,
): CaseMessage | undefined {
  const row = db
    .prepare('UPDATE letters SET readAt = coalesce(readAt, ?) WHERE id = ? AND application = ? RETURNING *')
    .get(now().toISOString(), id, number);
  return row && letterFromRow(key, row);
}

/** Parses a row of the table `letters`, and decrypts its text. */
function letterFromRow(key: Uint8Array, row: unknown): CaseMessage {
  const { readAt, sealed, ...rest } = v.parse(RowSchema, row);
  return v.parse(CaseMessageSchema, {
    ...rest,
    ...(readAt !== null && { readAt }),
    ...(unseal(key, sealed) as object),
  });
}
