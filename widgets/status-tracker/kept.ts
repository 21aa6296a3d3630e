import * as v from 'valibot';

import { ApplicationStatusSchema } from '../contract/applications/schemas.ts';
import { ComplaintStatusSchema } from '../contract/complaints/schemas.ts';
import { KeptCases } from '../drafts/kept-cases.ts';
import type { CaseCredentials } from '../fields/case-fields.ts';
import type { Portal } from '../portal/context.ts';
import { OpenCase } from '../portal/open-case.ts';
import type { FoundCase } from '../portal/look-up-case.ts';

/** How a case stood, and when the portal has said so, in milliseconds since 1970. The list of applications keeps the same. */
interface Known {
  status?: unknown;
  at: number;
}

const cases = () => new KeptCases<Known>();

/** The code of a case whose receipt this device keeps. */
export const findKeptCode = async (number: string): Promise<string | undefined> =>
  (await cases().find(number))?.code;

/** How a case stood, as this device knows it; `undefined` where it keeps no such receipt, or another code. */
export async function findKeptCase(
  portal: Portal,
  { number, code }: CaseCredentials,
): Promise<{ found: FoundCase; at: number } | undefined> {
  const kept = await cases().find(number);
  if (!kept?.known || kept.code !== code) return undefined;
  const { kind, known } = kept;
  const access = new OpenCase(portal, { kind, number, code });
  // A newer version of the widgets may have kept what this one does not know.
  const application = v.safeParse(ApplicationStatusSchema, known.status);
  const complaint = v.safeParse(ComplaintStatusSchema, known.status);
  if (kind === 'application' && application.success)
    return { found: { kind, access, status: application.output }, at: known.at };
  if (kind === 'complaint' && complaint.success)
    return { found: { kind, access, status: complaint.output }, at: known.at };
  return undefined;
}

/** Keeps how a case stands, where this device has its receipt. */
export const keepCase = ({ status }: FoundCase, at: number): Promise<void> =>
  cases().keep(status.number, { status, at });
