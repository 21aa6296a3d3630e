import { randomInt } from 'node:crypto';

import * as v from 'valibot';

import { CODE_SIGNS, DraftContentSchema, HandOverCodeSchema } from '../../widgets/contract/drafts/schemas.ts';
import type { GuessesContext } from '../cases/codes.ts';
import type { Handlers } from '../http/api.ts';
import type { OriginsContext } from '../http/cors.ts';
import type { UrlContext } from '../http/http-server.ts';
import { addressOf } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import { insert, type DatabaseContext } from '../store/database.ts';
import { keyed, seal, unseal, type KeyContext } from '../store/sealed.ts';

const TEN_MINUTES = 600_000;

type HandOverContext = DatabaseContext &
  KeyContext &
  WallClockContext &
  OriginsContext &
  UrlContext &
  GuessesContext;

/**
 * Drafts that go from one device to another. The code finds and opens one: the database has a keyed hash of it, and the draft
 * under a key made of it. Who has the database without the portal's key has nothing; who has both must try 20⁸ codes within
 * ten minutes.
 */
export const handOvers: Pick<Handlers<HandOverContext>, 'createHandOver' | 'redeemHandOver'> = {
  createHandOver({ body }, context) {
    const { db, key, origins, real, url } = context;
    const now = real();
    db.prepare('DELETE FROM handOvers WHERE expiresAt <= ?').run(now.toISOString());
    const code = newCode();
    const expiresAt = new Date(now.getTime() + TEN_MINUTES).toISOString();
    insert(db, 'handOvers', { slot: slotOf(key, code), sealed: seal(lockOf(key, code), body), expiresAt });
    // The catalogue is the first of the pages that may talk to the portal.
    const page = new URL(`/services/${body.service}/apply/#okno-hand-over=${code}`, origins[0] ?? url);
    return { status: 201, body: { code, url: page.href, expiresAt } };
  },
  redeemHandOver({ c, body: { code } }, { db, key, guesses, real }) {
    const now = real();
    const asker = `hand-over ${addressOf(c)}`;
    guesses.check(asker, now.getTime());
    const row = db
      .prepare('DELETE FROM handOvers WHERE slot = ? AND expiresAt > ? RETURNING sealed')
      .get(slotOf(key, code), now.toISOString());
    if (!row) {
      guesses.add(asker, now.getTime());
      throw new Refusal('not-found');
    }
    const draft = unseal(lockOf(key, code), v.parse(v.instance(Uint8Array), row['sealed']));
    return { status: 201, body: v.parse(DraftContentSchema, draft) };
  },
};

const slotOf = (key: Uint8Array, code: string) => keyed(key, `hand-over slot ${code}`);
const lockOf = (key: Uint8Array, code: string) => keyed(key, `hand-over lock ${code}`);

const newCode = () =>
  v.parse(
    HandOverCodeSchema,
    Array.from({ length: 8 }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join(''),
  );
