import type { Context } from 'hono';
import * as v from 'valibot';

import type { Channel } from '../../widgets/contract/step-ups/schemas.ts';
import { maskedContacts, contactsOf } from '../events/contacts.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { sha256, type KeyContext } from '../store/sealing.ts';
import { requireOwnCase, type Case } from './cases.ts';
import { requireCaseByCode } from './codes.ts';
import type { WrongCodesContext } from './wrong-codes.ts';

/** What finding a case needs. */
export type CaseAccessContext = DatabaseContext & KeyContext & WrongCodesContext & WallClockContext;

/** The parts of a request that say which case it is about, and who asks. */
export interface CaseRequest {
  c: Context;
  params: { number: string };
  headers: { 'Okno-Case-Code'?: string | undefined; 'Okno-Case-Access'?: string | undefined };
  citizen: Citizen | undefined;
}

/**
 * Finds the case of a request: by the code of the case, or else among those of the citizen who has signed in. Throws 404 `not-found`
 * for whatever is somebody else's or does not exist, 429 `too-many-tries` after a few wrong codes.
 */
export function requireCase(context: CaseAccessContext, { c, params, headers, citizen }: CaseRequest): Case {
  const code = headers['Okno-Case-Code'];
  return code === undefined
    ? requireOwnCase(context, params.number, citizen)
    : requireCaseByCode(context, { c, number: params.number, code });
}

/**
 * Finds the case of a request for what the code alone does not open. Throws 403 `step-up-needed` without the citizen's session and
 * without a good `Okno-Case-Access`; else as `requireCase`.
 */
export function requireCaseWithStepUp(context: CaseAccessContext, request: CaseRequest): Case {
  const kase = requireCase(context, request);
  if (mayReadAnswers(context, kase, request)) return kase;
  const channels = Object.entries(maskedContacts(contactsOf(context, kase))).map(([channel, sentTo]) => ({
    channel: channel as Channel,
    sentTo,
  }));
  throw new HttpProblem('step-up-needed', { channels });
}

/** Whether a request may have the personal data of its case: the applicant has signed in, or has confirmed that it is her. */
export function mayReadAnswers(
  { db, wallNow }: DatabaseContext & WallClockContext,
  kase: Case,
  { headers, citizen }: CaseRequest,
): boolean {
  if (citizen?.id === kase.citizen) return true;
  const access = headers['Okno-Case-Access'];
  if (access === undefined) return false;
  const row = db
    .prepare('SELECT 1 AS good FROM stepUps WHERE application = ? AND accessHash = ? AND endsAt > ?')
    .get(kase.number, sha256(access), wallNow().getTime());
  return v.is(v.object({ good: v.literal(1) }), row);
}
