import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

import * as v from 'valibot';

import { CaseCodeSchema, CaseNumberSchema } from '../../widgets/contract/values/schemas.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { findCase, type Case } from './cases.ts';

/**
 * Eight digits have 10⁸ values: whoever holds the file tries them all in a moment, however slow the hash. The salt makes that a
 * work for each case; guessing from outside is stopped by `Guesses`. So SHA-256 is enough.
 */
const hashOf = (code: string, salt: Uint8Array) => createHash('sha256').update(salt).update(code).digest();

/** A new code for a case: the digits for the applicant, the rest for the database. */
export function newCaseCode(): {
  code: string;
  salt: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
} {
  const code = String(randomInt(1e8)).padStart(8, '0');
  const salt = randomBytes(16);
  return { code, salt, hash: hashOf(code, salt) };
}

const WINDOW_MS = 60_000;
const MAX_WRONG_CODES = 10;
/** After so many numbers, those are forgotten whose minute is over. */
const MAX_COUNTED_NUMBERS = 10_000;

/** Counts wrong codes: ten for one number in a minute, and the number is closed until the minute is over. */
export class WrongCodeCounter {
  readonly #wrong = new Map<string, { since: number; count: number }>();

  /** Refuses when there were too many. */
  refuseTooMany(number: string, now: number): void {
    const wrong = this.#wrong.get(number);
    if (!wrong || wrong.count < MAX_WRONG_CODES) return;
    const wait = wrong.since + WINDOW_MS - now;
    if (wait > 0) throw new HttpProblem('too-many-tries', { retryAfter: Math.ceil(wait / 1000) });
    this.#wrong.delete(number);
  }

  countWrongCode(number: string, now: number): void {
    const wrong = this.#wrong.get(number);
    if (wrong && now < wrong.since + WINDOW_MS) wrong.count++;
    else this.#wrong.set(number, { since: now, count: 1 });
    if (this.#wrong.size % MAX_COUNTED_NUMBERS === 0)
      for (const [key, { since }] of this.#wrong) if (now >= since + WINDOW_MS) this.#wrong.delete(key);
  }
}

export interface WrongCodesContext {
  wrongCodes: WrongCodeCounter;
}

/** What a code opens: an application or a complaint. One that is older than its code has none. */
interface HasCode {
  codeSalt: Uint8Array | null;
  codeHash: Uint8Array | null;
}

/** What number and code open, among what `find` finds. A wrong number and a wrong code look alike. */
export function requireByCode<T extends HasCode>(
  { wrongCodes, wallNow }: WrongCodesContext & WallClockContext,
  given: { number: string; code: string },
  find: (number: string) => T | undefined,
): T {
  const number = v.safeParse(CaseNumberSchema, given.number);
  if (!number.success) throw new HttpProblem('not-found');
  const instant = wallNow().getTime();
  wrongCodes.refuseTooMany(number.output, instant);
  const coded = find(number.output);
  const code = v.safeParse(CaseCodeSchema, given.code);
  const hash = hashOf(code.success ? code.output : '', coded?.codeSalt ?? randomBytes(16));
  if (coded?.codeHash && timingSafeEqual(hash, coded.codeHash)) return coded;
  wrongCodes.countWrongCode(number.output, instant);
  throw new HttpProblem('not-found');
}

/** The application that number and code open. */
export const requireCaseByCode = (
  context: DatabaseContext & WrongCodesContext & WallClockContext,
  number: string,
  code: string,
): Case => requireByCode(context, { number, code }, (known) => findCase(context.db, known));
