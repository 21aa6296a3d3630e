/** How often a request is tried again, and a piece of a file; whenever a piece has arrived, it is counted from the start. */
export const RETRIES = 2;
export const PIECE_RETRIES = 3;
/** Milliseconds that a citizen may be kept waiting because the portal asks for it. */
export const MOST_WAIT = 10_000;
/** The portal did not do it and may do it soon (RFC 9110, 15.5 and 15.6). */
export const PASSING = [429, 502, 503, 504];
/** Problems that are over in a moment: the same request is being handled, a file is being scanned. */
export const MOMENTARY = ['in-flight', 'scanning'];
/** After these a piece may be sent again: with a new token, from another offset, undamaged, a little later. */
export const PIECE_PASSING = [401, 404, 408, 409, 460, ...PASSING];

/** Milliseconds before the first retry at most; before the next one four times as many. */
const PAUSE = 400;

/** Milliseconds before a retry: random, so that those who failed together do not come back together (full jitter). */
export const pauseBefore = (tries: number): number => Math.random() * PAUSE * 4 ** tries;
