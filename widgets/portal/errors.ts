import type { Problem } from '../contract/problem.ts';

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
