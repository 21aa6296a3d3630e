/** The retries that all widgets of a page may still make together. A new page has `{}`: what counts them comes with the first request. */
export interface RetryBudget {
  retriesLeft?: number;
}

/** Retries that a new page may make at once, and the most that it can save up. */
const MAX_RETRIES_LEFT = 10;
/** Retries that one request earns. With one retry for ten requests, a portal in trouble gets a tenth more requests, not thrice as many. */
const RETRIES_PER_REQUEST = 0.1;

/**
 * Adds the tenth of a retry that a request earns.
 *
 * @example
 * // All requests fail: 10 retries at once, then one for each ten requests.
 */
export function earnRetry(budget: RetryBudget): void {
  budget.retriesLeft = Math.min(
    MAX_RETRIES_LEFT,
    (budget.retriesLeft ?? MAX_RETRIES_LEFT) + RETRIES_PER_REQUEST,
  );
}

/** Takes one retry; false when none is left. */
export function takeRetry(budget: RetryBudget): boolean {
  const { retriesLeft = MAX_RETRIES_LEFT } = budget;
  if (retriesLeft < 1) return false;
  budget.retriesLeft = retriesLeft - 1;
  return true;
}
