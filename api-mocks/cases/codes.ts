import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

import type { Context } from 'hono';
import * as v from 'valibot';

import { CASE_CODE_SIGNS, CaseCodeSchema } from '../../widgets/contract/case-code/schemas.ts';
import { CaseNumberSchema } from '../../widgets/contract/values/schemas.ts';
import { HttpProblem } from '../http/problem.ts';
import { ipAddressOf } from '../http/rate-limiter.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { findCase, type Case } from './cases.ts';
import { wrongCodeProblem, type WrongCodesContext } from './wrong-codes.ts';

const CODE_LENGTH = 10;

/**
 * Hashes a code with its salt. SHA-256 is enough: a code has 15¹⁰ values (older ones 10⁸), and whoever has the database can try them
 * in the end, however slow the hash is. The salt makes him do it for each case anew.
 */
const hashOf = (code: string, salt: Uint8Array) => createHash('sha256').update(salt).update(code).digest();

/**
 * Makes a code for a new case. `code` has ten characters (`ACEK37MPTY`) and is shown to the applicant once. `salt` (16 bytes) and
 * `hash` (32 bytes) are stored.
 */
export function newCaseCode(): {
  code: string;
  salt: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
} {
  const code = Array.from(
    { length: CODE_LENGTH },
    () => CASE_CODE_SIGNS[randomInt(CASE_CODE_SIGNS.length)],
  ).join('');
  const salt = randomBytes(16);
  return { code, salt, hash: hashOf(code, salt) };
}

/** An application or a complaint. Complaints of the first version have no code. */
interface HasCode {
  codeSalt: Uint8Array | null;
  codeHash: Uint8Array | null;
}

/** A number and a code, as they came in the request `c`. */
export interface GivenCode {
  c: Context;
  number: string;
  code: string;
}

/**
 * Finds the application or complaint that a number and a code open. `find` looks it up by its number. The right code opens it always,
 * whoever else has guessed. For a wrong number and for a wrong code alike it throws 404 `not-found`, or, after a few, 429
 * `too-many-tries` (`WrongCodeCounter`). A number that does not exist is hashed too, so that the time of the response tells nothing.
 */
export function requireByCode<T extends HasCode>(
  context: WrongCodesContext & WallClockContext,
  given: GivenCode,
  find: (number: string) => T | undefined,
): T {
  const number = v.safeParse(CaseNumberSchema, given.number);
  if (!number.success) throw new HttpProblem('not-found');
  const record = find(number.output);
  const { success, output } = v.safeParse(CaseCodeSchema, given.code);
  const code = success ? output : '';
  const hash = hashOf(code, record?.codeSalt ?? randomBytes(16));
  if (record?.codeHash && timingSafeEqual(hash, record.codeHash)) return record;
  throw wrongCodeProblem(context, {
    number: number.output,
    address: ipAddressOf(given.c),
    guess: `${number.output} ${code}`,
  });
}

/** Finds the application that a number and a code open. Throws as `requireByCode`. */
export const requireCaseByCode = (
  context: DatabaseContext & WrongCodesContext & WallClockContext,
  given: GivenCode,
): Case => requireByCode(context, given, (number) => findCase(context.db, number));
