/**
 * Milliseconds that the portal's clock is ahead of this device; `undefined` until a response has told the time. All widgets of a page
 * share it.
 */
let skew: number | undefined;

/** Sets the clock by the `Date` header of a response, which has whole seconds. Without such a header the clock stays. */
export function syncClock(headers: Headers): void {
  const date = Date.parse(headers.get('Date') ?? '');
  if (!Number.isNaN(date)) skew = date - Date.now();
}

/** Whether a response has told the time. */
export const isClockSet = (): boolean => skew !== undefined;

/** The time at the portal, in milliseconds since 1970, also where the clock of the device is wrong. */
export const portalTime = (): number => Date.now() + (skew ?? 0);

/** Today in the region, `YYYY-MM-DD`; `undefined` while the portal has not told the time: the clock of the device decides nothing. */
export const todayInRegion = (timeZone: string): string | undefined =>
  // Swedish is the locale that writes days like this.
  skew === undefined ? undefined : new Intl.DateTimeFormat('sv', { timeZone }).format(portalTime());

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
