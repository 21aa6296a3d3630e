import { randomUUID } from 'node:crypto';

import * as v from 'valibot';

import type { INSTANT_OPERATIONS } from '../../widgets/contract/instant/operations.ts';
import {
  InstantAnswerSchema,
  type InstantAnswer,
  type InstantOutput,
} from '../../widgets/contract/instant/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { HandlersOf } from '../http/handlers.ts';
import type { Citizen } from '../http/identity.ts';
import { logError, type LogContext } from '../http/log.ts';
import { HttpProblem } from '../http/problem.ts';
import { requireConfirmed } from '../sign-in/citizens.ts';
import { insertRow, runTransaction, type DatabaseContext } from '../store/database.ts';
import { seal, unseal, type KeyContext } from '../store/sealing.ts';
import {
  inventTaxDebts,
  inventFines,
  inventPension,
  inventProceedings,
  inventSignatureCheck,
  inventCheckOfSignature,
  SOURCES,
  type SignedFile,
} from './instant-results.ts';

/** A slow answer takes this much real time. */
const PREPARING_MS = 2000;

type InstantContext = EventContext & LogContext;

/**
 * Handlers of instant services. Their answers are invented (`instant-results.ts`): 200 at once, or 202 and the answer a little
 * later.
 */
export const instantRequestHandlers: HandlersOf<typeof INSTANT_OPERATIONS, InstantContext> = {
  createInstantRequest({ body, citizen }, context) {
    const { db, key, now } = context;
    const { result, isSlow } = inventAnswer(context, body, citizen);
    const id = randomUUID();
    const requestedAt = now().toISOString();
    insertRow(db, 'instantRequests', {
      id,
      citizen: citizen.id,
      kind: body.kind,
      requestedAt,
      readyAt: isSlow ? null : requestedAt,
      sealed: seal(key, result),
    });
    const answer = readInstantAnswer(context, id, citizen);
    if (!isSlow) return { status: 200, body: answer };
    scheduleInstantAnswer(context, id);
    return { status: 202, body: answer, headers: { Location: `/v1/instant-requests/${id}` } };
  },
  getInstantRequest: ({ params: { id }, citizen }, context) => ({
    status: 200,
    body: readInstantAnswer(context, id, citizen),
  }),
};

/** Schedules the answers that were not ready when the portal stopped. */
export function resumeInstantAnswers(context: InstantContext): void {
  for (const { id } of context.db.prepare('SELECT id FROM instantRequests WHERE readyAt IS NULL').all())
    scheduleInstantAnswer(context, String(id));
}

/**
 * Invents the result of a request. Throws 403 `not-confirmed` for data that only a confirmed account may see, and 422 `invalid`
 * for a file that is not clean.
 */
function inventAnswer({ db, now, data: { region } }: InstantContext, input: InstantOutput, citizen: Citizen) {
  const today = regionDay(now(), region.timeZone);
  switch (input.kind) {
    case 'fines':
      return inventFines(input.plate, today);
    case 'taxDebt':
      return inventTaxDebts(input.inn, today);
    case 'pensionAccount':
      requireConfirmed(citizen);
      return inventPension(today);
    case 'enforcementProceedings':
      requireConfirmed(citizen);
      return inventProceedings(today, { region: region.code, snils: citizen.profile.snils });
    case 'signatureCheck': {
      if (input.signature !== undefined) return inventCheckOfSignature();
      const file = db
        .prepare(
          "SELECT type, size FROM uploads WHERE id = ? AND state = 'clean' AND (citizen IS NULL OR citizen = ?)",
        )
        .get(input.upload ?? '', citizen.id);
      if (!file) throw new HttpProblem('invalid', { errors: [{ pointer: '/upload', code: 'file' }] });
      return inventSignatureCheck(file as unknown as SignedFile);
    }
  }
}

/**
 * The answer to a citizen's request, ready or still in preparation. Throws 404 `not-found` if there is none, and also if it
 * is somebody else's.
 */
function readInstantAnswer(
  { db, key }: DatabaseContext & KeyContext,
  id: string,
  citizen: Citizen,
): InstantAnswer {
  const row = db.prepare('SELECT * FROM instantRequests WHERE id = ? AND citizen = ?').get(id, citizen.id);
  if (!row) throw new HttpProblem('not-found');
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
          source: SOURCES[kind as InstantOutput['kind']],
          result: unseal(key, sealed as Uint8Array),
        }),
  });
}

/** Makes an answer ready after `PREPARING_MS`. If the portal stops before, `resumeInstantAnswers` does it at the next start. */
function scheduleInstantAnswer(context: InstantContext, id: string): void {
  setTimeout(() => {
    try {
      finishInstantAnswer(context, id);
    } catch (error) {
      logError(context, error);
    }
  }, PREPARING_MS).unref();
}

/** Marks an answer as ready, and adds an event. Does nothing if the portal has stopped, or the request was deleted. */
function finishInstantAnswer(context: InstantContext, id: string): void {
  const { db, now } = context;
  if (!db.isOpen) return;
  runTransaction(db, () => {
    const row = db
      .prepare('UPDATE instantRequests SET readyAt = ? WHERE id = ? AND readyAt IS NULL RETURNING citizen')
      .get(now().toISOString(), id);
    if (row) addEvent(context, { citizen: String(row['citizen']), kind: 'instantReady', subject: id });
  });
}
