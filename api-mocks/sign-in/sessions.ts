import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import type { Tokens } from '../../widgets/contract/session/schemas.ts';
import type { Citizen, CitizenSession } from '../http/identity.ts';
import { insertRow } from '../store/database.ts';
import { sha256 } from '../store/sealing.ts';
import { requireDemoCitizen } from './citizens.ts';

/** Seconds for which an access token is good. */
const TOKEN_SECONDS = 15 * 60;
/** Seconds for which a session of the portal lasts. */
export const SESSION_SECONDS = 8 * 60 * 60;
const CODE_SECONDS = 60;

/** 256 random bits as 43 characters. The database has only hashes of them: who has the file cannot sign in with it. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

const SessionSchema = v.object({
  id: v.string(),
  citizen: v.pipe(v.string(), v.transform(requireDemoCitizen)),
  startedAt: v.number(),
  endsAt: v.number(),
});
/** What tokens belong to: a session, the page that has them, and all that came of the same sign-in of that page. */
export interface TokenFamily {
  session: string;
  family: string;
  origin: string;
}

const TokenSchema = v.object({
  session: v.string(),
  family: v.string(),
  origin: v.string(),
  challenge: v.nullable(v.string()),
  /** 1 when it has been used before. */
  used: v.number(),
});
type UsedToken = v.InferOutput<typeof TokenSchema>;

/** The page that a code is for. */
interface RequestingPage {
  origin: string;
  challenge: string;
}

/** Who has signed in. Of all methods, `now` is in milliseconds. */
export class Sessions {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Begins a session; `cookie` is what the portal's own pages will know the browser by. */
  beginSession(citizen: Citizen, now: number): { session: CitizenSession; cookie: string } {
    const cookie = newSecret();
    const session = { id: randomUUID(), citizen, startedAt: now, endsAt: now + SESSION_SECONDS * 1000 };
    insertRow(this.#db, 'sessions', { ...session, citizen: citizen.id, cookie: sha256(cookie) });
    return { session, cookie };
  }

  /** Signs a citizen in without a window. Gives an access token. */
  signInWithoutWindow(citizen: Citizen, now: number): string {
    return this.issueTokens(newTokenFamily(this.beginSession(citizen, now).session, ''), now).accessToken;
  }

  findByCookie(cookie: string, now: number): CitizenSession | undefined {
    return this.#find('cookie = ?', sha256(cookie), now);
  }

  findByAccessToken(token: string, now: number): CitizenSession | undefined {
    const where = `id = (SELECT session FROM tokens WHERE hash = ? AND kind = 'access' AND endsAt > ?)`;
    return this.#find(where, sha256(token), now, now);
  }

  endSession({ id }: CitizenSession): void {
    this.#db.prepare('DELETE FROM sessions WHERE id = ?').run(id);
  }

  /** Ends all that came of one sign-in of one page. */
  revokeFamily({ family }: TokenFamily): void {
    this.#db.prepare('DELETE FROM tokens WHERE family = ?').run(family);
  }

  /** A code that brings tokens to a page once, within a minute, where the page knows what hashes to `challenge`. */
  issueCode(session: CitizenSession, { origin, challenge }: RequestingPage, now: number): string {
    return this.#addToken('code', newTokenFamily(session, origin), {
      endsAt: now + CODE_SECONDS * 1000,
      challenge,
    });
  }

  /** The first tokens of a family, or the next ones. */
  issueTokens(family: TokenFamily, now: number): Tokens {
    const row = this.#db.prepare('SELECT endsAt FROM sessions WHERE id = ?').get(family.session);
    const endsAt = Number(row?.['endsAt']);
    const until = Math.min(endsAt, now + TOKEN_SECONDS * 1000);
    return {
      accessToken: this.#addToken('access', family, { endsAt: until }),
      expiresIn: Math.floor((until - now) / 1000),
      renewalToken: this.#addToken('renewal', family, { endsAt }),
    };
  }

  /** What a code or a renewal token belongs to, when it is good, and whether it has been used before; it has been now. */
  useToken(kind: 'code' | 'renewal', token: string, now: number): UsedToken | undefined {
    const hash = sha256(token);
    const row = this.#db
      .prepare('SELECT * FROM tokens WHERE hash = ? AND kind = ? AND endsAt > ?')
      .get(hash, kind, now);
    if (row) this.#db.prepare('UPDATE tokens SET used = 1 WHERE hash = ?').run(hash);
    return row && v.parse(TokenSchema, row);
  }

  #find(where: string, ...values: (Uint8Array | number)[]): CitizenSession | undefined {
    const row = this.#db.prepare(`SELECT * FROM sessions WHERE ${where} AND endsAt > ?`).get(...values);
    return row && v.parse(SessionSchema, row);
  }

  #addToken(
    kind: 'access' | 'renewal' | 'code',
    { session, family, origin }: TokenFamily,
    { endsAt, challenge }: { endsAt: number; challenge?: string },
  ): string {
    const token = newSecret();
    const row = { kind, session, family, origin, challenge: challenge ?? null, endsAt };
    insertRow(this.#db, 'tokens', { hash: sha256(token), ...row });
    return token;
  }
}

/** A new family: a page of `origin` has signed in. */
export const newTokenFamily = ({ id }: CitizenSession, origin: string): TokenFamily => ({
  session: id,
  family: randomUUID(),
  origin,
});

export interface SessionsContext {
  sessions: Sessions;
}
