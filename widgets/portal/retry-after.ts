import { portalTime } from './clock.ts';

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
