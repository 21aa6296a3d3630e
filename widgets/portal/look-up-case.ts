import { ApplicationStatusSchema, type ApplicationStatus } from '../contract/applications/schemas.ts';
import { ComplaintStatusSchema, type ComplaintStatus } from '../contract/complaints/schemas.ts';
import { OpenCase, type CaseKeys, type CaseKind } from './open-case.ts';
import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';

/** A case that number and code have opened, as it stands now. */
export type FoundCase =
  | { kind: 'application'; access: OpenCase; status: ApplicationStatus }
  | { kind: 'complaint'; access: OpenCase; status: ComplaintStatus };

/**
 * Finds an application or a complaint: their numbers look alike. `undefined` where number and code do not belong together. Rejects as
 * `fetchJson` does.
 */
export async function lookUpCase(
  portal: Portal,
  keys: Omit<CaseKeys, 'kind'>,
  signal?: AbortSignal,
): Promise<FoundCase | undefined> {
  const readAs = (kind: CaseKind) => readCase(new OpenCase(portal, { ...keys, kind }), signal);
  try {
    const found = await readAs('application');
    if (found) return found;
  } catch (error) {
    // A right code always opens its case: this one may be the code of a complaint.
    const complaint = isTooMany(error) && (await readAs('complaint'));
    if (complaint) return complaint;
    throw error;
  }
  return readAs('complaint');
}

const isTooMany = (error: unknown) => error instanceof PortalError && error.status === 429;

/** Reads where a case stands; `undefined` where the portal does not know it, or does not any more. */
export async function readCase(access: OpenCase, signal?: AbortSignal): Promise<FoundCase | undefined> {
  const { kind } = access.keys;
  try {
    return kind === 'application'
      ? { kind, access, status: await access.read('/status', ApplicationStatusSchema, signal) }
      : { kind, access, status: await access.read('/status', ComplaintStatusSchema, signal) };
  } catch (error) {
    if (error instanceof PortalError && error.status === 404) return undefined;
    throw error;
  }
}
