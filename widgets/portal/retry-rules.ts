/** How often a request is tried again, and a piece of a file; whenever a piece has arrived, it is counted from the start. */
export const MAX_RETRIES = 2;
export const MAX_CHUNK_RETRIES = 3;
/** Milliseconds that a citizen may be kept waiting because the portal asks for it. */
export const MAX_RETRY_WAIT = 10_000;
/** The portal did not do it and may do it soon (RFC 9110, 15.5 and 15.6). */
export const RETRYABLE_STATUSES = [429, 502, 503, 504];
/** Problems that are over in a moment: the same request is being handled, a file is being scanned. */
export const RETRYABLE_PROBLEMS = ['in-flight', 'scanning'];
/** After these a piece may be sent again: with a new token, from another offset, undamaged, a little later. */
export const RETRYABLE_CHUNK_STATUSES = [401, 404, 408, 409, 460, ...RETRYABLE_STATUSES];

/** Milliseconds before the first retry at most; before the next one four times as many. */
const FIRST_RETRY_DELAY = 400;

/** Milliseconds before a retry: random, so that those who failed together do not come back together (full jitter). */
export const retryDelay = (tries: number): number => Math.random() * FIRST_RETRY_DELAY * 4 ** tries;
