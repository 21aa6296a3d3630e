import type { Problem } from '../contract/problems/schemas.ts';

/** The portal answered, and could not or would not do it (RFC 9457). */
export class PortalError extends Error {
  override name = 'PortalError';
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem?: Problem, options?: ErrorOptions) {
    super(problem?.title ?? `The portal answered ${status}`, options);
    this.status = status;
    this.problem = problem;
  }
}

/** The portal did not answer: no connection, or it is down. */
export class OfflineError extends Error {
  override name = 'OfflineError';
}

/** A part of a widget that is fetched when it is needed. Where it does not come, the citizen is as good as offline. */
export const loadModule = <T>(part: Promise<T>): Promise<T> =>
  part.catch((error: unknown) => {
    throw new OfflineError('A part of the widget did not come', { cause: error });
  });

/** Why it did not work, as far as a citizen is concerned: no connection, too many tries in a minute, or a fault of the portal. */
export type Failure = 'offline' | 'tooMany' | 'fault';

/** Sorts what was thrown; a fault goes to the console, for the webmaster. */
export function reportFailure(error: unknown): Failure {
  if (error instanceof OfflineError) return 'offline';
  if (error instanceof PortalError && error.status === 429) return 'tooMany';
  console.error(error);
  return 'fault';
}
