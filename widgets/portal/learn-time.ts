import { isClockSet, portalTime, syncClock } from './clock.ts';
import type { Config } from './config.ts';
import { fetchOnce } from './fetch-once.ts';

/** Milliseconds that a citizen waits for the time. */
const TIME_TIMEOUT = 3000;

/**
 * Asks the portal for the time, unless a response has told it already: the first one of a page does. Resolves without it when the portal
 * does not answer soon.
 */
export async function learnTime({ portal }: Pick<Config, 'portal'>): Promise<void> {
  if (isClockSet()) return;
  try {
    const { headers } = await fetchOnce((init) => fetch(new URL('/v1/site', portal), init), {
      timeout: TIME_TIMEOUT,
    });
    syncClock(headers);
  } catch {
    // The portal judges dates then, and the next call tries again.
  }
}

/** Today in the region, `YYYY-MM-DD`; `undefined` while the portal has not told the time: the clock of the device decides nothing. */
export const todayInRegion = (timeZone: string): string | undefined =>
  // Swedish is the locale that writes days like this.
  isClockSet() ? new Intl.DateTimeFormat('sv', { timeZone }).format(portalTime()) : undefined;
