import type { Problem } from '../contract/problems/schemas.ts';

/** The portal has answered with an error. `problem` has the details where they are in the response (RFC 9457). */
export class PortalError extends Error {
  override name = 'PortalError';
  readonly status: number;
  readonly problem: Problem | undefined;
  /**
   * Whether the request may have been done all the same: the answer is not one of the portal (a proxy, the page of a Wi-Fi), or that to
   * an earlier try was lost.
   */
  declare isUnclear?: boolean;

  constructor(status: number, problem?: Problem, options?: ErrorOptions) {
    super(problem?.title ?? `${status}`, options);
    this.status = status;
    this.problem = problem;
  }
}

/** The portal has not answered: there is no connection, or the portal is down. */
export class OfflineError extends Error {
  override name = 'OfflineError';
  /** Whether the request may have been done all the same: only its answer was lost. */
  declare isUnclear?: boolean;
}

/** Waits for a module that is imported when it is needed: `loadModule(import('./rules.ts'))`. Rejects with an `OfflineError`. */
export const loadModule = <T>(module: Promise<T>): Promise<T> =>
  module.catch((error: unknown) => {
    throw new OfflineError('A module did not come', { cause: error });
  });

/** Why something has failed, as a citizen needs to know it: no connection, too many tries in a minute, or a fault of the portal. */
export type Failure = 'offline' | 'tooMany' | 'fault';

/** Tells what kind of failure an error is. Writes a fault to the console, for the webmaster. */
export function reportFailure(error: unknown): Failure {
  if (error instanceof OfflineError) return 'offline';
  if (error instanceof PortalError && error.status === 429) return 'tooMany';
  console.error(error);
  return 'fault';
}
