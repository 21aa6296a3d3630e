import { randomUUID } from 'node:crypto';

import * as v from 'valibot';

import {
  InstantAnswerSchema,
  type InstantAnswer,
  type InstantOutput,
} from '../../widgets/contract/instant/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { INSTANT } from '../../widgets/contract/instant/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import { requireConfirmed, type Citizen } from '../sign-in/citizens.ts';
import { insert, transaction } from '../store/database.ts';
import { announce } from '../events/events.ts';
import {
  debtsOf,
  finesOf,
  pensionOf,
  proceedingsOf,
  signatureIn,
  type SignedFile,
} from './instant-results.ts';
import { logFault } from '../http/log.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { seal, unseal } from '../store/sealed.ts';

/** Milliseconds of real life for which an answer is being prepared. */
const PREPARING = 2000;

/** Instant services. What they answer is invented (`instant-results.ts`). */
export function instant(sandbox: Sandbox): HandlersOf<typeof INSTANT> {
  const { db } = sandbox;
  for (const { id } of db.prepare('SELECT id FROM instantRequests WHERE readyAt IS NULL').all())
    finishSoon(sandbox, String(id));
  return {
    createInstantRequest({ body, citizen }) {
      const { result, slow } = inventedFor(sandbox, body, citizen);
      const id = randomUUID();
      const requestedAt = sandbox.now().toISOString();
      insert(db, 'instantRequests', {
        id,
        citizen: citizen.id,
        kind: body.kind,
        requestedAt,
        readyAt: slow ? null : requestedAt,
        sealed: seal(sandbox.key, result),
      });
      const answer = answerOf(sandbox, id, citizen);
      if (!slow) return { status: 200, body: answer };
      finishSoon(sandbox, id);
      return { status: 202, body: answer, headers: { Location: `/v1/instant-requests/${id}` } };
    },
    getInstantRequest: ({ params: { id }, citizen }) => ({
      status: 200,
      body: answerOf(sandbox, id, citizen),
    }),
  };
}

function inventedFor({ db, now }: Sandbox, asked: InstantOutput, citizen: Citizen) {
  const today = regionDay(now());
  switch (asked.kind) {
    case 'fines':
      return finesOf(asked.plate, today);
    case 'taxDebt':
      return debtsOf(asked.inn, today);
    case 'pensionAccount':
      requireConfirmed(citizen);
      return pensionOf(today);
    case 'enforcementProceedings':
      requireConfirmed(citizen);
      return proceedingsOf(today);
    case 'signatureCheck': {
      const file = db
        .prepare(
          "SELECT type, size FROM uploads WHERE id = ? AND state = 'clean' AND (citizen IS NULL OR citizen = ?)",
        )
        .get(asked.upload, citizen.id);
      if (!file) throw new Refusal('invalid', { errors: [{ pointer: '/upload', code: 'file' }] });
      return signatureIn(file as unknown as SignedFile);
    }
  }
}

/** The request of a citizen as it stands. What is somebody else's looks like what is not there. */
function answerOf({ db, key }: Sandbox, id: string, citizen: Citizen): InstantAnswer {
  const row = db.prepare('SELECT * FROM instantRequests WHERE id = ? AND citizen = ?').get(id, citizen.id);
  if (!row) throw new Refusal('not-found');
  const { kind, requestedAt, readyAt, sealed } = row;
  return v.parse(InstantAnswerSchema, {
    id,
    kind,
    requestedAt,
    ...(readyAt === null
      ? { state: 'preparing' }
      : {
          state: 'ready',
          readyAt,
          note: 'Ответ выдуман: это учебный портал.',
          result: unseal(key, sealed as Uint8Array),
        }),
  });
}

/** Whoever stops the portal meanwhile finds it going on after the next start. */
function finishSoon(sandbox: Sandbox, id: string): void {
  setTimeout(() => {
    try {
      finish(sandbox, id);
    } catch (error) {
      logFault(sandbox, error);
    }
  }, PREPARING).unref();
}

function finish(sandbox: Sandbox, id: string): void {
  const { db, now } = sandbox;
  if (!db.isOpen) return;
  transaction(db, () => {
    const row = db
      .prepare('UPDATE instantRequests SET readyAt = ? WHERE id = ? AND readyAt IS NULL RETURNING citizen')
      .get(now().toISOString(), id);
    if (row) announce(sandbox, String(row['citizen']), 'instantReady', id);
  });
}
