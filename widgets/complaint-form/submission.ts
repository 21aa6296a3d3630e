import type { ComplaintCreated, ComplaintInput } from '../contract/complaint.ts';
import type { PortalClient, Sent } from '../portal/client.ts';
import { PortalError } from '../portal/errors.ts';

/** What the portal answered. `earlier`: it had taken what was sent before, and not the last changes. */
export type Outcome = Sent<ComplaintCreated> & { earlier: boolean };

/**
 * Sends a complaint under the key of its draft. `before` is what was sent under that key without an answer: where the portal
 * says that it has one of those, it is asked for, so that there is never a second complaint.
 */
export async function submit(
  client: PortalClient,
  key: string,
  input: ComplaintInput,
  before: readonly ComplaintInput[],
): Promise<Outcome> {
  const candidates = [input, ...before.slice().reverse()];
  for (const candidate of candidates) {
    try {
      return { ...(await client.complain(candidate, key)), earlier: candidate !== input };
    } catch (error) {
      const isTaken = error instanceof PortalError && error.problem?.type === 'key-reused';
      if (!isTaken || candidate === candidates.at(-1)) throw error;
    }
  }
  throw new TypeError('There is nothing to send');
}
