import type { Config } from './config.ts';
import { fetchOnce } from './fetch-once.ts';

/**
 * Milliseconds that the portal's clock is ahead of this device; `undefined` until a response has told the time. All widgets of a page
 * share it.
 */
let skew: number | undefined;
/** The request that asks for the time. */
let pendingTime: Promise<void> | undefined;

/** Milliseconds that a citizen waits for the time. */
const TIME_TIMEOUT = 3000;

/** Sets the clock by the `Date` header of a response, which has whole seconds. Without such a header the clock stays. */
export function syncClock(headers: Headers): void {
  const date = Date.parse(headers.get('Date') ?? '');
  if (!Number.isNaN(date)) skew = date - Date.now();
}

/** The time at the portal, in milliseconds since 1970, also where the clock of the device is wrong. */
export const portalTime = (): number => Date.now() + (skew ?? 0);

/** Today in the region, `YYYY-MM-DD`; `undefined` while the portal has not told the time: the clock of the device decides nothing. */
export const todayInRegion = (timeZone: string): string | undefined =>
  // Swedish is the locale that writes days like this.
  skew === undefined ? undefined : new Intl.DateTimeFormat('sv', { timeZone }).format(portalTime());

/** Asks the portal for the time, unless a response has told it already. Resolves without it when the portal does not answer soon. */
export async function learnTime({ portal }: Pick<Config, 'portal'>, service: string): Promise<void> {
  if (skew !== undefined) return;
  const url = new URL(`/v1/services/${service}`, portal);
  pendingTime ??= fetchOnce((init) => fetch(url, init), { timeout: TIME_TIMEOUT }).then(
    ({ headers }) => {
      syncClock(headers);
    },
    () => {
      // The next call tries again. A portal that answers without a `Date` is not asked again.
      pendingTime = undefined;
    },
  );
  await pendingTime;
}

/**
 * Milliseconds that a response asks to wait; 0 without `Retry-After` (seconds or a date: RFC 9110, 10.2.3).
 *
 * @example
 * retryAfterMs(new Headers({ 'Retry-After': '3' })) // 3000
 */
export function retryAfterMs(headers: Headers): number {
  const after = headers.get('Retry-After') ?? '';
  const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - portalTime();
  return Math.max(0, wait || 0);
}
