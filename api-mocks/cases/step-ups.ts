import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto';

import * as v from 'valibot';

import type { STEP_UP_OPERATIONS } from '../../widgets/contract/step-ups/operations.ts';
import { ChannelSchema, type CaseAccess, type StepUp } from '../../widgets/contract/step-ups/schemas.ts';
import { contactsOf, maskedContacts } from '../events/contacts.ts';
import { addToOutbox, type OutboxContext } from '../events/outbox.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow, runTransaction } from '../store/database.ts';
import { keyedHash, sha256 } from '../store/sealing.ts';
import type { Case } from './cases.ts';
import { requireCase, type CaseAccessContext } from './case-access.ts';

/** The digits are good for this time, and what they open for that. */
const DIGITS_LIFETIME_MS = 600_000;
const ACCESS_LIFETIME_MS = 1_800_000;
/** A step-up ends after so many wrong digits. */
const MAX_WRONG_DIGITS = 5;
/** Nobody's telephone is flooded: a case has at most so many step-ups within an hour. */
const MAX_PER_HOUR = 5;
const HOUR_MS = 3_600_000;

type StepUpContext = CaseAccessContext & OutboxContext;

/** A row of the table `stepUps` that can still be confirmed. Instants are milliseconds since 1970. */
const RowSchema = v.object({
  id: v.string(),
  channel: ChannelSchema,
  digitsHash: v.instance(Uint8Array),
  tries: v.number(),
  endsAt: v.number(),
  accessHash: v.nullable(v.instance(Uint8Array)),
});
type StepUpRow = v.InferOutput<typeof RowSchema>;

/**
 * Handlers by which somebody who has the code of a case shows that it is hers: six digits go to the e-mail address or telephone of
 * the application. The database holds a keyed hash of the digits, and a hash of what they open.
 */
export const stepUpHandlers: HandlersOf<typeof STEP_UP_OPERATIONS, StepUpContext> = {
  createStepUp(request, context) {
    const kase = requireCase(context, request);
    return runTransaction(context.db, () => ({
      status: 201,
      body: sendDigits(context, kase, request.body.channel),
    }));
  },
  createConfirmation(request, context) {
    const kase = requireCase(context, request);
    const stepUp = requireStepUp(context, kase, request.params.stepUp);
    return { status: 201, body: confirm(context, stepUp, request.body.code) };
  },
};

/** Sends new digits, which replace those before. Throws 422 `invalid` without such a contact, 429 after five within an hour. */
function sendDigits(context: StepUpContext, kase: Case, channel: StepUpRow['channel']): StepUp {
  const { db, key, wallNow } = context;
  const { number, citizen } = kase;
  const contacts = contactsOf(context, kase);
  const to = contacts[channel];
  if (to === undefined)
    throw new HttpProblem('invalid', { errors: [{ pointer: '/channel', code: 'contact' }] });
  const now = wallNow().getTime();
  refuseTooMany(context, number, now);
  db.prepare('UPDATE stepUps SET endsAt = 0 WHERE application = ? AND accessHash IS NULL').run(number);
  const id = randomUUID();
  const digits = String(randomInt(1e6)).padStart(6, '0');
  const endsAt = now + DIGITS_LIFETIME_MS;
  const digitsHash = keyedHash(key, `step-up ${id} ${digits}`);
  insertRow(db, 'stepUps', { id, application: number, channel, digitsHash, createdAt: now, endsAt });
  const text = `${digits} — код для заявления ${number}. Он годится 10 минут. Никому его не говорите.`;
  const subject = `Код для заявления ${number}`;
  // Whoever asks for digits is awake.
  addToOutbox(
    context,
    { citizen, quietAtNight: false },
    { channel, to, ...(channel === 'email' && { subject }), text },
  );
  const sentTo = maskedContacts(contacts)[channel] ?? '';
  return { id, sentTo, expiresAt: new Date(endsAt).toISOString() };
}

function refuseTooMany({ db }: StepUpContext, number: string, now: number): void {
  const row = db
    .prepare(
      'SELECT count(*) AS count, min(createdAt) AS first FROM stepUps WHERE application = ? AND createdAt > ?',
    )
    .get(number, now - HOUR_MS);
  if (Number(row?.['count']) < MAX_PER_HOUR) return;
  const retryAfter = Math.ceil((Number(row?.['first']) + HOUR_MS - now) / 1000);
  throw new HttpProblem('too-many-tries', { retryAfter });
}

/**
 * Finds a step-up of a case whose digits are good. Those that were confirmed are good once more: the answer may have been lost. Throws 404
 * `not-found` if there is none, or it has ended.
 */
function requireStepUp({ db, wallNow }: StepUpContext, { number }: Case, id: string): StepUpRow {
  const now = wallNow().getTime();
  const row = db
    .prepare('SELECT * FROM stepUps WHERE id = ? AND application = ? AND createdAt > ? AND endsAt > ?')
    .get(id, number, now - DIGITS_LIFETIME_MS, now);
  if (!row) throw new HttpProblem('not-found');
  return v.parse(RowSchema, row);
}

/** Gives what the digits open, each time the same. Wrong ones are counted, and throw 422 `invalid`. */
function confirm({ db, key, wallNow }: StepUpContext, stepUp: StepUpRow, digits: string): CaseAccess {
  const { id, digitsHash, tries, accessHash } = stepUp;
  if (!timingSafeEqual(keyedHash(key, `step-up ${id} ${digits}`), digitsHash)) {
    const isLast = tries + 1 >= MAX_WRONG_DIGITS;
    db.prepare(`UPDATE stepUps SET tries = tries + 1${isLast ? ', endsAt = 0' : ''} WHERE id = ?`).run(id);
    throw new HttpProblem('invalid', { errors: [{ pointer: '/code', code: 'wrong' }] });
  }
  const access = Buffer.from(keyedHash(key, `access ${id} ${digits}`)).toString('base64url');
  const endsAt = accessHash ? stepUp.endsAt : wallNow().getTime() + ACCESS_LIFETIME_MS;
  db.prepare('UPDATE stepUps SET accessHash = ?, endsAt = ? WHERE id = ?').run(sha256(access), endsAt, id);
  return { access, expiresAt: new Date(endsAt).toISOString() };
}
