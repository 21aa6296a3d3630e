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
