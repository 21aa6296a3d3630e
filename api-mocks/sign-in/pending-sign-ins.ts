import * as v from 'valibot';

import type { WallClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { seal, sha256, unseal, type KeyContext } from '../store/sealing.ts';
import type { SignInChecks } from './esia/client.ts';
import type { SignInRequest } from './sign-in-request.ts';
import { newSecret } from './token-family.ts';

/** A sign-in that has not ended: the page that it is for, and what has to come back from ЕСИА. */
interface PendingSignIn {
  request: SignInRequest;
  expected: SignInChecks;
}

type SignInsContext = DatabaseContext & KeyContext & WallClockContext;

const RowSchema = v.object({ sealed: v.instance(Uint8Array) });

/**
 * Stores sign-ins that have not ended. Each belongs to the browser that began it, and ends once (RFC 9700, 4.7). Otherwise an
 * attacker could begin a sign-in as himself, and make a citizen's browser end it.
 */
export class PendingSignIns {
  /** A sign-in has to end within this time. */
  static readonly SECONDS = 600;
  readonly #context: SignInsContext;

  constructor(context: SignInsContext) {
    this.#context = context;
  }

  /**
   * Stores a sign-in for the browser with this cookie. Gives the cookie, or a new one if the portal did not make `browserCookie`.
   */
  savePending(browserCookie: string, pending: PendingSignIn): string {
    const { db, key, wallNow } = this.#context;
    // Two tabs of a browser that sign in at once share a cookie. An empty one would fit every browser without a cookie.
    // A secret has 43 characters of base64url: see `newSecret`.
    const cookie = /^[\w-]{43}$/.test(browserCookie) ? browserCookie : newSecret();
    insertRow(db, 'signIns', {
      state: sha256(pending.expected.state),
      browser: sha256(cookie),
      sealed: seal(key, pending),
      endsAt: wallNow().getTime() + PendingSignIns.SECONDS * 1000,
    });
    return cookie;
  }

  /**
   * Finds and deletes the sign-in with this `state` that the browser with this cookie began. Gives `undefined` if another browser
   * began it, or it has ended, or is too old.
   */
  takePending(browserCookie: string, state: string): PendingSignIn | undefined {
    const { db, key, wallNow } = this.#context;
    const row = db
      .prepare('DELETE FROM signIns WHERE state = ? AND browser = ? AND endsAt > ? RETURNING sealed')
      .get(sha256(state), sha256(browserCookie), wallNow().getTime());
    return row && (unseal(key, v.parse(RowSchema, row).sealed) as PendingSignIn);
  }
}
