import { randomUUID } from 'node:crypto';

import * as v from 'valibot';

import {
  CaseMessageSchema,
  RoleSchema,
  type CaseMessage,
  type Role,
} from '../../widgets/contract/messages/schemas.ts';
import type { Upload } from '../../widgets/contract/values/schemas.ts';
import type { Case } from './cases.ts';
import { insert } from '../store/database.ts';
import type { Desk } from '../workflow/desk.ts';
import { announce } from '../events/events.ts';
import { record } from './history.ts';
import { seal, unseal } from '../store/sealed.ts';

/** Writes a letter in a case: an official's to the applicant, or the applicant's answer. Runs within a transaction. */
export function write(
  desk: Desk,
  { number, citizen }: Pick<Case, 'number' | 'citizen'>,
  role: Role,
  letter: { text: string; uploads?: Upload[] | undefined },
): void {
  const at = record(desk, number, { action: 'messageSent', role });
  const isOwn = role === 'applicant';
  insert(desk.db, 'letters', {
    id: randomUUID(),
    application: number,
    role,
    at,
    readAt: isOwn ? at : null,
    sealed: seal(desk.key, letter),
  });
  if (!isOwn) announce(desk, citizen, 'messageReceived', number);
}

const RowSchema = v.object({
  id: v.string(),
  role: RoleSchema,
  at: v.string(),
  readAt: v.nullable(v.string()),
  sealed: v.instance(Uint8Array),
});

/** Letters of a case, newest first: at most `limit` of those that are older than the letter `after`. */
export const lettersOf = ({ db, key }: Desk, number: string, limit: number, after?: string): CaseMessage[] =>
  db
    .prepare(
      `SELECT * FROM letters WHERE application = ?1
       AND rowid < coalesce((SELECT rowid FROM letters WHERE id = ?2 AND application = ?1), ?3)
       ORDER BY rowid DESC LIMIT ?4`,
    )
    .all(number, after ?? '', after === undefined ? Number.MAX_SAFE_INTEGER : 0, limit)
    .map((row) => opened(key, row));

/** Marks a letter of a case as read; once it is, the instant stays. `undefined` where there is none. */
export function markRead({ db, key, now }: Desk, number: string, id: string): CaseMessage | undefined {
  const row = db
    .prepare('UPDATE letters SET readAt = coalesce(readAt, ?) WHERE id = ? AND application = ? RETURNING *')
    .get(now().toISOString(), id, number);
  return row && opened(key, row);
}

function opened(key: Uint8Array, row: unknown): CaseMessage {
  const { readAt, sealed, ...rest } = v.parse(RowSchema, row);
  return v.parse(CaseMessageSchema, {
    ...rest,
    ...(readAt !== null && { readAt }),
    ...(unseal(key, sealed) as object),
  });
}
