/** Retries that may be made before others have been earned. */
const RESERVE = 10;
/** What one request earns: one retry for ten, so that a portal in trouble is not asked twice as often. */
const EARNED = 0.1;

/** How many retries the widgets of a page may still make. */
export class RetryBudget {
  #left = RESERVE;

  /** Counts a request. */
  countRequest(): void {
    this.#left = Math.min(RESERVE, this.#left + EARNED);
  }

  /** Takes one retry; false when there is none left. */
  takeRetry(): boolean {
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
