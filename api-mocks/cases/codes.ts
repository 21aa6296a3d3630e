import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

import * as v from 'valibot';

import { CaseCodeSchema, CaseNumberSchema } from '../../widgets/contract/values/schemas.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { findCase, type Case } from './cases.ts';

/**
 * Hashes a code with its salt. SHA-256 is enough: eight digits have 10⁸ values, and whoever has the database can try them
 * all soon, however slow the hash is. The salt makes him do it for each case anew. Guessing over the network is stopped by
 * `WrongCodeCounter`.
 */
const hashOf = (code: string, salt: Uint8Array) => createHash('sha256').update(salt).update(code).digest();

/**
 * Makes a code for a new case. `code` has eight digits (`00412077`) and is shown to the applicant once. `salt` (16 bytes) and
 * `hash` (32 bytes) are stored.
 */
export function newCaseCode(): {
  code: string;
  salt: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
} {
  const code = String(randomInt(1e8)).padStart(8, '0');
  const salt = randomBytes(16);
  return { code, salt, hash: hashOf(code, salt) };
}

/** Wrong codes of a key are counted for this time. */
const WINDOW_MS = 60_000;
const MAX_WRONG_CODES = 10;
/** Whenever the number of counted keys reaches a multiple of this, those whose minute is over are deleted. */
const MAX_COUNTED_KEYS = 10_000;

/**
 * Counts wrong codes by a key: the number of a case, or the address that sends hand-over codes. After ten wrong codes in a
 * minute the key is closed, for the right code too, until the minute is over. The minute starts with the first wrong code.
 *
 * | second    | code                  | response                              |
 * | --------- | --------------------- | ------------------------------------- |
 * | 0–20      | ten wrong ones        | 404 each                              |
 * | 25        | any                   | 429 with `Retry-After: 35`            |
 * | 60        | the right one         | 200                                   |
 */
export class WrongCodeCounter {
  /** By key: when its minute began, in milliseconds, and how many wrong codes it had since. */
  readonly #countsByKey = new Map<string, { since: number; count: number }>();

  /** Throws 429 `too-many-tries` if the key is closed. `now` is in milliseconds. */
  refuseClosedKey(key: string, now: number): void {
    const counted = this.#countsByKey.get(key);
    if (!counted || counted.count < MAX_WRONG_CODES) return;
    const waitMs = counted.since + WINDOW_MS - now;
    if (waitMs > 0) throw new HttpProblem('too-many-tries', { retryAfter: Math.ceil(waitMs / 1000) });
    this.#countsByKey.delete(key);
  }

  /** Counts one wrong code. `now` is in milliseconds. */
  countWrongCode(key: string, now: number): void {
    const counted = this.#countsByKey.get(key);
    if (counted && now < counted.since + WINDOW_MS) counted.count++;
    else this.#countsByKey.set(key, { since: now, count: 1 });
    if (this.#countsByKey.size % MAX_COUNTED_KEYS === 0)
      for (const [other, { since }] of this.#countsByKey)
        if (now >= since + WINDOW_MS) this.#countsByKey.delete(other);
  }
}

/** Counts wrong codes of cases, complaints and hand-overs. */
export interface WrongCodesContext {
  /** In memory: a restart opens all keys. */
  wrongCodes: WrongCodeCounter;
}

/** An application or a complaint. Complaints of the first version have no code. */
interface HasCode {
  codeSalt: Uint8Array | null;
  codeHash: Uint8Array | null;
}

/**
 * Finds the application or complaint that a number and a code open. `find` looks it up by its number. Throws 404 `not-found` for
 * a wrong number and for a wrong code alike, and 429 `too-many-tries` after ten wrong codes. A number that does not exist is
 * hashed too, so that the time of the response tells nothing.
 */
export function requireByCode<T extends HasCode>(
  { wrongCodes, wallNow }: WrongCodesContext & WallClockContext,
  given: { number: string; code: string },
  find: (number: string) => T | undefined,
): T {
  const number = v.safeParse(CaseNumberSchema, given.number);
  if (!number.success) throw new HttpProblem('not-found');
  const instant = wallNow().getTime();
  wrongCodes.refuseClosedKey(number.output, instant);
  const record = find(number.output);
  const code = v.safeParse(CaseCodeSchema, given.code);
  const hash = hashOf(code.success ? code.output : '', record?.codeSalt ?? randomBytes(16));
  if (record?.codeHash && timingSafeEqual(hash, record.codeHash)) return record;
  wrongCodes.countWrongCode(number.output, instant);
  throw new HttpProblem('not-found');
}

/** Finds the application that a number and a code open. Throws as `requireByCode`. */
export const requireCaseByCode = (
  context: DatabaseContext & WrongCodesContext & WallClockContext,
  number: string,
  code: string,
): Case => requireByCode(context, { number, code }, (checkedNumber) => findCase(context.db, checkedNumber));
