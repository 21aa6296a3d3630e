/** How many times a request is repeated. */
export const MAX_RETRIES = 2;
/** How many times a chunk of a file is repeated. The count starts again with each chunk that arrives. */
export const MAX_CHUNK_RETRIES = 3;
/** The longest `Retry-After`, in milliseconds, that a citizen has to wait for. A longer one is shown as a failure. */
export const MAX_RETRY_WAIT = 10_000;
/** Statuses of requests that the portal did not do and may do soon (RFC 9110, 15.5 and 15.6). */
export const RETRYABLE_STATUSES = [429, 502, 503, 504];
/** Types of problems that pass in a moment: the same request is being handled, or a file is being scanned. */
export const RETRYABLE_PROBLEMS = ['in-flight', 'scanning'];
/** Statuses after which a chunk is sent again: from another offset (409), undamaged (460), or later. */
export const RETRYABLE_CHUNK_STATUSES = [404, 408, 409, 460, ...RETRYABLE_STATUSES];

/** The longest delay before the first retry, in milliseconds; before each further one it is four times as long. */
const FIRST_RETRY_DELAY = 400;

/**
 * Milliseconds before a retry; `tries` counts the retries so far. Random, so that clients that failed together do not come back
 * together (full jitter).
 *
 * @example
 * retryDelay(0) // between 0 and 400
 * retryDelay(1) // between 0 and 1600
 */
export const retryDelay = (tries: number): number => Math.random() * FIRST_RETRY_DELAY * 4 ** tries;

/** Whether a file cannot be read any more: it was changed or deleted after it was chosen. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof DOMException && /^Not(?:Readable|Found)Error$/.test(error.name);
