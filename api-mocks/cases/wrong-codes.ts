import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import { sha256 } from '../store/sealing.ts';

/** A wrong code: for which number, if it names one, and from which address. `guess` is all that was guessed. */
interface WrongCode {
  number?: string;
  address: string;
  guess: string;
}

/** So many wrong codes have no consequence: people mistype. An address may be that of a library. */
const FREE_TRIES = { number: 5, address: 10 };
/** The longest wait that is asked for, in seconds. */
const MAX_WAIT_SECONDS = 900;
/** After this time without a wrong code the count begins anew. */
const FORGET_AFTER_MS = 3_600_000;
/** Whenever the number of counted keys reaches a multiple of this, those that can be forgotten are deleted. */
const MAX_COUNTED_KEYS = 10_000;

/** What is known of a number or an address. */
interface Count {
  tries: number;
  /** The last wrong code, in milliseconds. */
  lastAt: number;
  /** A hash of the last guess. */
  lastGuess: string;
}

/**
 * Counts wrong codes by the number that was tried and by the address that tries. A right code is never asked for here: whoever has it
 * gets in, also while somebody guesses at the same number or from the same address. So guessing locks nobody out. What makes it
 * hopeless is the length of the code; waiting makes it slow.
 *
 * | wrong codes for one number      | response                                 |
 * | ------------------------------- | ---------------------------------------- |
 * | 1–5                             | 404 each                                 |
 * | 6, 7, 8, …                      | 429 with `Retry-After: 2`, 4, 8, … 900   |
 * | the same pair once more         | as before: it is counted once            |
 * | one hour without a wrong code   | begins anew                              |
 *
 * Of one address ten are free.
 */
export class WrongCodeCounter {
  readonly #counts = new Map<string, Count>();

  /** Counts a wrong code. Gives after how many seconds to try again: 0 while there were few. `now` is in milliseconds. */
  countWrongCode({ number, address, guess }: WrongCode, now: number): number {
    const guessHash = sha256(guess).toString('base64');
    return Math.max(
      number === undefined ? 0 : this.#count(`number ${number}`, { guessHash, now, free: FREE_TRIES.number }),
      this.#count(`address ${address}`, { guessHash, now, free: FREE_TRIES.address }),
    );
  }

  #count(key: string, { guessHash, now, free }: { guessHash: string; now: number; free: number }): number {
    const known = this.#counts.get(key);
    const isFresh = known !== undefined && now < known.lastAt + FORGET_AFTER_MS;
    const before = isFresh ? known.tries : 0;
    const tries = isFresh && known.lastGuess === guessHash ? before : before + 1;
    this.#counts.set(key, { tries, lastAt: now, lastGuess: guessHash });
    if (this.#counts.size % MAX_COUNTED_KEYS === 0) this.#forget(now);
    return tries > free ? Math.min(2 ** (tries - free), MAX_WAIT_SECONDS) : 0;
  }

  #forget(now: number): void {
    for (const [key, { lastAt }] of this.#counts)
      if (now >= lastAt + FORGET_AFTER_MS) this.#counts.delete(key);
  }
}

/** Counts wrong codes of cases, complaints and hand-overs. */
export interface WrongCodesContext {
  /** In memory: a restart forgets all counts. */
  wrongCodes: WrongCodeCounter;
}

/** Counts a wrong code. Gives the problem to throw: 404 `not-found`, or 429 `too-many-tries` after a few. */
export function wrongCodeProblem(
  { wrongCodes, wallNow }: WrongCodesContext & WallClockContext,
  wrong: WrongCode,
): HttpProblem {
  const retryAfter = wrongCodes.countWrongCode(wrong, wallNow().getTime());
  return retryAfter ? new HttpProblem('too-many-tries', { retryAfter }) : new HttpProblem('not-found');
}
