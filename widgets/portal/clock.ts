let skew = 0;

/** Learns from an answer of the portal what time it is there (`Date`, whole seconds). */
export function syncClock(headers: Headers): void {
  const date = Date.parse(headers.get('Date') ?? '');
  if (!Number.isNaN(date)) skew = date - Date.now();
}

/** The time at the portal, whatever the clock of an old phone says. Milliseconds since 1970. */
export const portalTime = (): number => Date.now() + skew;

/** Milliseconds that an answer asks to wait (`Retry-After`, seconds or a date: RFC 9110, 10.2.3); 0 where it does not say. */
export function retryAfterMs(headers: Headers): number {
  const after = headers.get('Retry-After') ?? '';
  const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - portalTime();
  return Math.max(0, wait || 0);
}
