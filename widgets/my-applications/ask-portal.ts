import { listMyComplaints } from '../portal/complaints.ts';
import { deleteDraft, listDrafts } from '../portal/drafts.ts';
import { readCase } from '../portal/look-up-case.ts';
import { listMyApplications } from '../portal/my-applications.ts';
import { OpenCase } from '../portal/open-case.ts';
import { fetchCatalogue } from '../portal/catalogue.ts';
import { portalTime } from '../portal/clock.ts';
import type { Portal } from '../portal/context.ts';
import { reportFailure } from '../portal/errors.ts';
import { complaintSummary } from './complaint-summary.ts';
import {
  isCopyOf,
  type CaseSummary,
  type KnownStatus,
  type Sources,
  type StoredApplication,
} from './rows.ts';

export { Device } from './device.ts';
export { filledView } from './filled-view.ts';
export { newsInRows, standingOf } from './row-news.ts';
export { rowsOf } from './rows.ts';
export { beginAgain, makeLatest, removeStored, withdraw } from './row-actions.ts';
export { watchEvents } from '../portal/events.ts';

/** How many cases are asked for at the same time. */
const AT_ONCE = 4;

/** Number and code of a case, and whether it is a complaint. */
interface CaseKeys {
  number: string;
  code: string;
  isComplaint: boolean;
}

interface AskOptions {
  signal: AbortSignal;
  /** Called with what the list shows, and with what the device keeps of it: the tracker needs more. */
  onKnown: (number: string, known: KnownStatus, kept: unknown) => void;
}

/** Asks for cases by number and code, some at a time. Calls `onKnown` as soon as one is known. */
export async function askForCases(
  portal: Portal,
  cases: readonly CaseKeys[],
  { signal, onKnown }: AskOptions,
): Promise<void> {
  const ask = async ({ number, code, isComplaint }: CaseKeys) => {
    const kind = isComplaint ? 'complaint' : 'application';
    const found = await readCase(new OpenCase(portal, { kind, number, code }), signal);
    if (signal.aborted) return;
    const at = portalTime();
    const status = found?.kind === 'complaint' ? complaintSummary(found.status) : found?.status;
    onKnown(number, { ...(status && { status }), at }, { status: found?.status, at });
  };
  for (let first = 0; first < cases.length && !signal.aborted; first += AT_ONCE)
    await Promise.all(cases.slice(first, first + AT_ONCE).map(ask));
}

/** Fetches what the portal knows of the citizen who is signed in: her applications, complaints and drafts. */
export async function listMyCases(
  portal: Portal,
  signal: AbortSignal,
): Promise<Omit<NonNullable<Sources['account']>, 'at'>> {
  const [applications, complaints, drafts] = await Promise.all([
    listMyApplications(portal, signal),
    listMyComplaints(portal, signal),
    listDrafts(portal, signal),
  ]);
  const items: CaseSummary[] = [...applications, ...complaints.map(complaintSummary)];
  return { items, drafts };
}

/** Removes from the portal the drafts that were sent from this device. One that cannot be removed now is removed the next time. */
export async function removeSentDrafts(
  portal: Portal,
  { stored, account }: Pick<Sources, 'stored' | 'account'>,
): Promise<void> {
  const sent = stored.filter(({ receipt }: StoredApplication) => receipt);
  const done = account?.drafts?.filter((draft) => sent.some((copy) => isCopyOf(copy, draft))) ?? [];
  await Promise.all(done.map(({ id }) => deleteDraft(portal, id))).catch(reportFailure);
}

/** Fetches the short titles of all services, by their slugs. */
export async function fetchTitles(portal: Portal): Promise<Map<string, string>> {
  const { services } = await fetchCatalogue(portal);
  return new Map(services.map(({ slug, short }) => [slug, short]));
}
