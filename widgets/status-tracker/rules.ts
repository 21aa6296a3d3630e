import * as v from 'valibot';

import { CaseCodeSchema } from '../contract/case-code/schemas.ts';
import { CaseNumberSchema } from '../contract/values/schemas.ts';
import type { CaseCredentials } from '../fields/case-fields.ts';
import { schemaMistakes } from '../forms/schema-mistakes.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import type { Portal } from '../portal/context.ts';
import { lookUpCase, type FoundCase } from '../portal/look-up-case.ts';

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

/**
 * Finds the case with this number and code; `undefined` when they do not belong together. Throws a `ValiError` where
 * they have mistakes: check with `credentialMistakes` first.
 */
export function findTypedCase(
  portal: Portal,
  typed: CaseCredentials,
  signal: AbortSignal,
): Promise<FoundCase | undefined> {
  // Without a code, the session opens the case: the widget that gives the number knows that it is a case of hers.
  return lookUpCase(portal, typed.code ? v.parse(CaseCredentialsSchema, typed) : typed, signal);
}
