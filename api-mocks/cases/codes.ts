import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

import * as v from 'valibot';

import { CaseCodeSchema, CaseNumberSchema } from '../../widgets/contract/values/schemas.ts';
import { findCase, type Case } from './cases.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';

/**
 * Eight digits have 10⁸ values: whoever holds the file tries them all in a moment, however slow the hash. The salt makes that a
 * work for each case; guessing from outside is stopped by `Guesses`. So SHA-256 is enough.
 */
const hashOf = (code: string, salt: Uint8Array) => createHash('sha256').update(salt).update(code).digest();

/** A new code for a case: the digits for the applicant, the rest for the database. */
export function newCode(): { code: string; salt: Uint8Array; hash: Uint8Array } {
  const code = String(randomInt(1e8)).padStart(8, '0');
  const salt = randomBytes(16);
  return { code, salt, hash: hashOf(code, salt) };
}

const WINDOW = 60_000;
const TRIES = 10;
/** After so many numbers, those are forgotten whose minute is over. */
const MOST_NUMBERS = 10_000;

/** Counts wrong codes: ten for one number in a minute, and the number is closed until the minute is over. */
export class Guesses {
  readonly #wrong = new Map<string, { since: number; count: number }>();

  /** Refuses when there were too many. */
  check(number: string, now: number): void {
    const wrong = this.#wrong.get(number);
    if (!wrong || wrong.count < TRIES) return;
    const wait = wrong.since + WINDOW - now;
    if (wait > 0) throw new Refusal('too-many-tries', { retryAfter: Math.ceil(wait / 1000) });
    this.#wrong.delete(number);
  }

  add(number: string, now: number): void {
    const wrong = this.#wrong.get(number);
    if (wrong && now < wrong.since + WINDOW) wrong.count++;
    else this.#wrong.set(number, { since: now, count: 1 });
    if (this.#wrong.size % MOST_NUMBERS === 0)
      for (const [key, { since }] of this.#wrong) if (now >= since + WINDOW) this.#wrong.delete(key);
  }
}

interface Locked {
  codeSalt: Uint8Array | null;
  codeHash: Uint8Array | null;
}

/** What number and code open, among what `find` finds. A wrong number and a wrong code look alike. */
export function unlock<T extends Locked>(
  { guesses, real }: Sandbox,
  number: string,
  code: string,
  find: (number: string) => T | undefined,
): T {
  const parsed = v.safeParse(CaseNumberSchema, number);
  if (!parsed.success) throw new Refusal('not-found');
  number = parsed.output;
  const instant = real().getTime();
  guesses.check(number, instant);
  const found = find(number);
  const given = v.safeParse(CaseCodeSchema, code);
  const hash = hashOf(given.success ? given.output : '', found?.codeSalt ?? randomBytes(16));
  if (found?.codeHash && timingSafeEqual(hash, found.codeHash)) return found;
  guesses.add(number, instant);
  throw new Refusal('not-found');
}

/** The application that number and code open. */
export const openCase = (sandbox: Sandbox, number: string, code: string): Case =>
  unlock(sandbox, number, code, (known) => findCase(sandbox.db, known));
