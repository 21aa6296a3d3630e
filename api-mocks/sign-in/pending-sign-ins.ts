import * as v from 'valibot';

import type { WallClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { seal, sha256, unseal, type KeyContext } from '../store/sealing.ts';
import type { SignInChecks } from './esia/client.ts';
import { newSecret } from './sessions.ts';
import type { SignInRequest } from './sign-in-request.ts';

/** A sign-in under way: for whom, and what has to come back from ЕСИА. */
interface PendingSignIn {
  request: SignInRequest;
  expected: SignInChecks;
}

type SignInsContext = DatabaseContext & KeyContext & WallClockContext;

const RowSchema = v.object({ sealed: v.instance(Uint8Array) });

/** Sign-ins under way. Each belongs to the browser that began it and ends once (RFC 9700, 4.7). */
export class PendingSignIns {
  /** Seconds for which a sign-in may take. */
  static readonly SECONDS = 600;
  readonly #context: SignInsContext;

  constructor(context: SignInsContext) {
    this.#context = context;
  }

  /** Keeps a sign-in for the browser with this cookie. Gives the cookie: a new one where there was none of ours. */
  savePending(browser: string, pending: PendingSignIn): string {
    const { db, key, wallNow } = this.#context;
    // Two tabs may sign in at once. An empty cookie would belong to every browser that has none.
    const cookie = /^[\w-]{43}$/.test(browser) ? browser : newSecret();
    insertRow(db, 'signIns', {
      state: sha256(pending.expected.state),
      browser: sha256(cookie),
      sealed: seal(key, pending),
      endsAt: wallNow().getTime() + PendingSignIns.SECONDS * 1000,
    });
    return cookie;
  }

  /** The sign-in that has come to its end in this browser; `undefined` when it is not its own, too late, or over already. */
  takePending(browser: string, state: string): PendingSignIn | undefined {
    const { db, key, wallNow } = this.#context;
    const row = db
      .prepare('DELETE FROM signIns WHERE state = ? AND browser = ? AND endsAt > ? RETURNING sealed')
      .get(sha256(state), sha256(browser), wallNow().getTime());
    return row && (unseal(key, v.parse(RowSchema, row).sealed) as PendingSignIn);
  }
}
