import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import type { Tokens } from '../../widgets/contract/session/schemas.ts';
import type { Citizen, CitizenSession } from '../http/identity.ts';
import { insertRow } from '../store/database.ts';
import { sha256 } from '../store/sealing.ts';
import { requireDemoCitizen } from './citizens.ts';
import { newSecret, newTokenFamily, type TokenFamily } from './token-family.ts';

/** Lifetime of an access token. */
const ACCESS_TOKEN_SECONDS = 15 * 60;
/** Lifetime of a session, and of its renewal tokens. */
export const SESSION_SECONDS = 8 * 60 * 60;
/** Lifetime of a code that a page exchanges for tokens. */
const CODE_SECONDS = 60;

const SessionSchema = v.object({
  id: v.string(),
  citizen: v.pipe(v.string(), v.transform(requireDemoCitizen)),
  startedAt: v.number(),
  endsAt: v.number(),
});

type TokenKind = 'access' | 'renewal' | 'code';

/** A row of the table `tokens`: an access token, a renewal token, or a code. */
const TokenSchema = v.object({
  session: v.string(),
  family: v.string(),
  origin: v.string(),
  thumbprint: v.nullable(v.string()),
  /** 1 if it has been used before, else 0. */
  used: v.number(),
});
/** A code or renewal token that a page has just used. */
type UsedToken = v.InferOutput<typeof TokenSchema>;

/** What an access token opens, and for whom. */
interface Access extends Pick<TokenFamily, 'origin' | 'thumbprint'> {
  session: CitizenSession;
}

/** Stores sessions and tokens. In all methods `now` is in milliseconds since 1970. */
export class Sessions {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Begins a session. `cookie` goes to the browser, and identifies it on the portal's own pages. */
  beginSession(citizen: Citizen, now: number): { session: CitizenSession; cookie: string } {
    const cookie = newSecret();
    const session = { id: randomUUID(), citizen, startedAt: now, endsAt: now + SESSION_SECONDS * 1000 };
    insertRow(this.#db, 'sessions', { ...session, citizen: citizen.id, cookie: sha256(cookie) });
    return { session, cookie };
  }

  /** Signs a citizen in without a window, for tests. Gives an access token. */
  signInWithoutWindow(citizen: Citizen, now: number): string {
    const { session } = this.beginSession(citizen, now);
    return this.issueTokens(newTokenFamily(session, { origin: '', thumbprint: null }), now).accessToken;
  }

  /** Finds the session of a cookie; `undefined` if there is none or it has ended. */
  findByCookie(cookie: string, now: number): CitizenSession | undefined {
    return this.#findSession('cookie = ?', sha256(cookie), now);
  }

  /** Finds what an access token opens that has not expired. */
  findAccess(token: string, now: number): Access | undefined {
    const row = this.#findToken('access', token, now);
    const session = row && this.#findSession('id = ?', row.session, now);
    return session && { session, origin: row.origin, thumbprint: row.thumbprint };
  }

  /** Ends a session, and all its tokens with it: a foreign key cascades. */
  endSession({ id }: CitizenSession): void {
    this.#db.prepare('DELETE FROM sessions WHERE id = ?').run(id);
  }

  /** Revokes all codes and tokens of a family. The session goes on. */
  revokeFamily({ family }: TokenFamily): void {
    this.#db.prepare('DELETE FROM tokens WHERE family = ?').run(family);
  }

  /**
   * Makes a code that the page exchanges for tokens once, within a minute. The page has to prove that it has the key whose
   * thumbprint it has named.
   */
  issueCode(session: CitizenSession, page: Pick<TokenFamily, 'origin' | 'thumbprint'>, now: number): string {
    return this.#addToken('code', newTokenFamily(session, page), now + CODE_SECONDS * 1000);
  }

  /** Makes a pair of tokens of a family: the first one, or the next one. No token outlives the session. */
  issueTokens(family: TokenFamily, now: number): Tokens {
    const row = this.#db.prepare('SELECT endsAt FROM sessions WHERE id = ?').get(family.session);
    const endsAt = Number(row?.['endsAt']);
    const accessEndsAt = Math.min(endsAt, now + ACCESS_TOKEN_SECONDS * 1000);
    return {
      accessToken: this.#addToken('access', family, accessEndsAt),
      expiresIn: Math.floor((accessEndsAt - now) / 1000),
      renewalToken: this.#addToken('renewal', family, endsAt),
    };
  }

  /**
   * Finds a code or renewal token, and marks it as used. `used` says whether it was used before. Gives `undefined` if it does
   * not exist or has expired.
   */
  useToken(kind: 'code' | 'renewal', token: string, now: number): UsedToken | undefined {
    const row = this.#findToken(kind, token, now);
    if (row) this.#db.prepare('UPDATE tokens SET used = 1 WHERE hash = ?').run(sha256(token));
    return row;
  }

  #findToken(kind: TokenKind, token: string, now: number): UsedToken | undefined {
    const row = this.#db
      .prepare('SELECT * FROM tokens WHERE hash = ? AND kind = ? AND endsAt > ?')
      .get(sha256(token), kind, now);
    return row && v.parse(TokenSchema, row);
  }

  /** Finds the session that `where` selects, unless it has ended. `values` are those of its placeholders, then the time now. */
  #findSession(where: string, ...values: (Uint8Array | string | number)[]): CitizenSession | undefined {
    const row = this.#db.prepare(`SELECT * FROM sessions WHERE ${where} AND endsAt > ?`).get(...values);
    return row && v.parse(SessionSchema, row);
  }

  #addToken(kind: TokenKind, family: TokenFamily, endsAt: number): string {
    const token = newSecret();
    insertRow(this.#db, 'tokens', { hash: sha256(token), kind, ...family, endsAt });
    return token;
  }
}

/** Knows who has signed in. */
export interface SessionsContext {
  /** Sessions and tokens of all citizens. */
  sessions: Sessions;
}
