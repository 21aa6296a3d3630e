import { getApplicationStatus } from '../portal/applications.ts';
import { fetchCatalogue } from '../portal/catalogue.ts';
import { portalTime } from '../portal/clock.ts';
import type { Portal } from '../portal/context.ts';
import type { KnownStatus } from './rows.ts';

export { Device } from './device.ts';
export { beginAgain, makeLatest, removeStored, withdraw } from './row-actions.ts';
export { listMyApplications } from '../portal/my-applications.ts';
export { watchEvents } from '../portal/events.ts';

/** How many cases are asked for at the same time. */
const AT_ONCE = 4;

/** Number and code of a case. */
interface CaseKeys {
  number: string;
  code: string;
}

/** Asks for cases by number and code, some at a time. Calls `onKnown` as soon as one is known. */
export async function askForCases(
  portal: Portal,
  cases: readonly CaseKeys[],
  { signal, onKnown }: { signal: AbortSignal; onKnown: (number: string, known: KnownStatus) => void },
): Promise<void> {
  const ask = async (keys: CaseKeys) => {
    const status = await getApplicationStatus(portal, keys, signal);
    if (!signal.aborted) onKnown(keys.number, { ...(status && { status }), at: portalTime() });
  };
  for (let first = 0; first < cases.length && !signal.aborted; first += AT_ONCE)
    await Promise.all(cases.slice(first, first + AT_ONCE).map(ask));
}

/** Fetches the short titles of all services, by their slugs. */
export async function fetchTitles(portal: Portal): Promise<Map<string, string>> {
  const { services } = await fetchCatalogue(portal);
  return new Map(services.map(({ slug, short }) => [slug, short]));
}
