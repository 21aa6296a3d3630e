import * as v from 'valibot';

import { CaseCodeSchema } from '../case-code/schemas.ts';

/** The header by which somebody who has not signed in opens a case. */
export const caseHeaders = { 'Okno-Case-Code': v.optional(CaseCodeSchema) };

/** The headers of an operation that asks for a step-up too, unless the applicant has signed in. */
export const sensitiveCaseHeaders = {
  ...caseHeaders,
  'Okno-Case-Access': v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))),
};
