import type { States } from '../../tests/gallery/states.ts';
import {
  mountElement,
  openPortal,
  runSandboxCommand,
  spoil,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
import { ru } from './messages.ts';
import type { RatingSummary } from './rating-summary.ts';
import './register.ts';

type SummaryState = 'loading' | 'failed' | 'not-enough' | 'few' | 'sparse' | 'many' | 'agency';

const PATH = '/v1/services/subsidii-zhku/ratings';

/** Shows the summary of so many ratings, of a service unless an agency is named, and waits for a text. */
export async function openSummary(
  count: number,
  words: string,
  { isSparse = false, ...of }: Partial<RatingSummary> & { isSparse?: boolean } = { service: 'subsidii-zhku' },
): Promise<RatingSummary> {
  const portal = await openPortal();
  const { number } = await createAcceptedApplication(portal);
  await runSandboxCommand({ command: 'rate', number, count, isSparse });
  const element = await mountElement<RatingSummary>('okno-rating-summary', { ...of, portal });
  await waitUntilFound(() => visibleTextOf(element).includes(words), words);
  return element;
}

const spoilt = async (fault: Parameters<typeof spoil>[0], words: string) => {
  await spoil(fault);
  const element = await mountElement<RatingSummary>('okno-rating-summary', {
    service: 'subsidii-zhku',
    portal: await openPortal(),
  });
  await waitUntilFound(() => visibleTextOf(element).includes(words), words);
  return element;
};

/** The states of `<okno-rating-summary>`. */
export const states = {
  loading: () => spoilt({ kind: 'latency', ms: 60_000, path: PATH }, ru.loading),
  failed: () => spoilt({ kind: 'error', path: PATH }, ru.failed),
  'not-enough': () => openSummary(1, ru.notEnough),
  few: () => openSummary(5, ru.few),
  sparse: () => openSummary(5, ru.sparse, { service: 'subsidii-zhku', isSparse: true }),
  many: () => openSummary(500, ru.count(500)),
  agency: () => openSummary(500, ru.count(500), { agency: 'minsotszaschity' }),
} satisfies States<SummaryState>;
