import * as v from 'valibot';

import { CaseCodeSchema } from '../contract/case-code/schemas.ts';
import { CaseNumberSchema } from '../contract/values/schemas.ts';
import type { CaseCredentials } from '../fields/case-fields.ts';
import { schemaMistakes } from '../forms/schema-mistakes.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import type { Portal } from '../portal/context.ts';
import { loadModule, PortalError } from '../portal/errors.ts';
import { lookUpCase, type FoundCase } from '../portal/look-up-case.ts';
import type { Refusal } from './messages.ts';

const CaseCredentialsSchema = v.object({ number: CaseNumberSchema, code: CaseCodeSchema });

export { ru as messages } from './messages.ts';
export { ShownCase } from './shown-case.ts';
export { errorSummary } from '../fields/error-summary.ts';
export { remainingMistakes } from '../forms/remaining-mistakes.ts';
export { focusPart } from '../fields/focus-part.ts';
export { readAgain } from '../fields/read-again.ts';
export { revealNotice } from '../fields/reveal-notice.ts';

/** Checks number and code as they were typed. Gives the codes of the mistakes by field. */
export const credentialMistakes = (typed: CaseCredentials): Mistakes =>
  schemaMistakes(CaseCredentialsSchema, typed);

/** A case for the tracker. `at` is there where the portal does not answer: when it has told this device how the case stands. */
interface ForTracker {
  found: FoundCase;
  at?: number;
}

/**
 * Finds the case with this number and code; `undefined` when they do not belong together. Throws a `ValiError` where
 * they have mistakes: check with `credentialMistakes` first.
 */
export function findTypedCase(
  portal: Portal,
  typed: CaseCredentials,
  signal: AbortSignal,
): Promise<ForTracker | undefined> {
  return findByCode(portal, v.parse(CaseCredentialsSchema, typed), signal);
}

/**
 * Finds the case with this number for who has not typed a code: by her session, or by the code that this device keeps. `undefined` where
 * neither opens it.
 */
export async function findGivenCase(
  portal: Portal,
  { number }: CaseCredentials,
  signal: AbortSignal,
): Promise<ForTracker | undefined> {
  if (await portal.session.whenSettled()) {
    const found = await lookUpCase(portal, { number, code: '' }, signal);
    if (found) return { found };
  }
  const { findKeptCode } = await loadModule(import('./kept.ts'));
  const code = await findKeptCode(number);
  return code === undefined ? undefined : findByCode(portal, { number, code }, signal);
}

/** Says why no case was found; `undefined` where a number alone does not open it: she types the code. */
export async function refusalOf({ session }: Portal, typed: CaseCredentials): Promise<Refusal | undefined> {
  const { findKeptCode } = await loadModule(import('./kept.ts'));
  const { number, code } = typed.code ? v.parse(CaseCredentialsSchema, typed) : typed;
  const kept = await findKeptCode(number);
  if (kept !== undefined && [kept, ''].includes(code)) return 'gone';
  if (code) return 'wrongPair';
  return session.isSignedIn ? 'notYours' : undefined;
}

/** Where the portal does not answer, the case is as this device has kept it. */
async function findByCode(
  portal: Portal,
  keys: CaseCredentials,
  signal: AbortSignal,
): Promise<ForTracker | undefined> {
  try {
    const found = await lookUpCase(portal, keys, signal);
    return found && { found };
  } catch (error) {
    if (error instanceof PortalError && error.status < 500) throw error;
    const { findKeptCase } = await loadModule(import('./kept.ts'));
    const kept = await findKeptCase(portal, keys);
    if (!kept) throw error;
    return kept;
  }
}
