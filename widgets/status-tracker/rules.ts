import * as v from 'valibot';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import { CaseCodeSchema } from '../contract/case-code/schemas.ts';
import { CaseNumberSchema } from '../contract/values/schemas.ts';
import type { CaseCredentials } from '../fields/case-fields.ts';
import { schemaMistakes } from '../forms/schema-mistakes.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import { getApplicationStatus } from '../portal/applications.ts';
import type { Portal } from '../portal/context.ts';

const CaseCredentialsSchema = v.object({ number: CaseNumberSchema, code: CaseCodeSchema });

export { ru as messages } from './messages.ts';
export { statusView } from './views.ts';
export { errorSummary } from '../fields/error-summary.ts';
export { remainingMistakes } from '../forms/remaining-mistakes.ts';
export { readAgain } from '../fields/read-again.ts';
export { portalTime } from '../portal/clock.ts';

/** Checks number and code as they were typed. Gives the codes of the mistakes by field. */
export const credentialMistakes = (typed: CaseCredentials): Mistakes =>
  schemaMistakes(CaseCredentialsSchema, typed);

/**
 * Fetches the status of the case with this number and code; `undefined` when they do not belong together. Throws a `ValiError` where
 * they have mistakes: check with `credentialMistakes` first.
 */
export function readStatus(
  portal: Portal,
  typed: CaseCredentials,
  signal: AbortSignal,
): Promise<ApplicationStatus | undefined> {
  return getApplicationStatus(portal, v.parse(CaseCredentialsSchema, typed), signal);
}
