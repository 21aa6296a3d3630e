import * as v from 'valibot';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import { CaseCodeSchema, CaseNumberSchema } from '../contract/values/schemas.ts';
import type { CaseKeys } from '../fields/case-fields.ts';
import { mistakesOf } from '../forms/judge.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import { statusOf } from '../portal/applications.ts';
import type { Portal } from '../portal/context.ts';

const KeysSchema = v.object({ number: CaseNumberSchema, code: CaseCodeSchema });

/** What is wrong with number and code as they were typed. */
export const mistakesIn = (typed: CaseKeys): Mistakes => mistakesOf(KeysSchema, typed);

/** Asks the portal by what was typed; `undefined` when number and code do not belong together. */
export function read(
  portal: Portal,
  typed: CaseKeys,
  signal: AbortSignal,
): Promise<ApplicationStatus | undefined> {
  return statusOf(portal, v.parse(KeysSchema, typed), signal);
}
