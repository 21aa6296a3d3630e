/** Retries that a new page may make at once, and the most that it can save up. */
const MAX_RETRIES_LEFT = 10;
/** Retries that one request earns. With one retry for ten requests, a portal in trouble gets a tenth more requests, not thrice as many. */
const RETRIES_PER_REQUEST = 0.1;

/**
 * Limits the retries of all widgets of a page together.
 *
 * @example
 * // All requests fail: 10 retries at once, then one for each ten requests.
 */
export class RetryBudget {
  #left = MAX_RETRIES_LEFT;

  /** Counts a request, which earns a tenth of a retry. */
  countRequest(): void {
    this.#left = Math.min(MAX_RETRIES_LEFT, this.#left + RETRIES_PER_REQUEST);
  }

  /** Takes one retry; false when none is left. */
  takeRetry(): boolean {
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
