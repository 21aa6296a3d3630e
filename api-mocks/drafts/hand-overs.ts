import { randomInt } from 'node:crypto';

import * as v from 'valibot';

import { CODE_SIGNS, DraftContentSchema, HandOverCodeSchema } from '../../widgets/contract/drafts/schemas.ts';
import type { Handlers } from '../http/api.ts';
import { insert } from '../store/database.ts';
import { addressOf } from '../http/limits.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { keyed, seal, unseal } from '../store/sealed.ts';

const TEN_MINUTES = 600_000;

/**
 * Drafts that go from one device to another. The code finds and opens one: the database has a keyed hash of it, and the draft
 * under a key made of it. Who has the database without the portal's key has nothing; who has both must try 20⁸ codes within
 * ten minutes.
 */
export const handOvers = (sandbox: Sandbox): Pick<Handlers, 'createHandOver' | 'redeemHandOver'> => ({
  createHandOver({ body }) {
    const { db, origins, real, url } = sandbox;
    const now = real();
    db.prepare('DELETE FROM handOvers WHERE expiresAt <= ?').run(now.toISOString());
    const code = newCode();
    const expiresAt = new Date(now.getTime() + TEN_MINUTES).toISOString();
    insert(db, 'handOvers', {
      slot: slotOf(sandbox, code),
      sealed: seal(lockOf(sandbox, code), body),
      expiresAt,
    });
    // The catalogue is the first of the pages that may talk to the portal.
    const page = new URL(`/services/${body.service}/apply/#okno-hand-over=${code}`, origins[0] ?? url);
    return { status: 201, body: { code, url: page.href, expiresAt } };
  },
  redeemHandOver({ c, body: { code } }) {
    const { db, guesses, real } = sandbox;
    const now = real();
    const who = `hand-over ${addressOf(c)}`;
    guesses.check(who, now.getTime());
    const found = db
      .prepare('DELETE FROM handOvers WHERE slot = ? AND expiresAt > ? RETURNING sealed')
      .get(slotOf(sandbox, code), now.toISOString());
    if (!found) {
      guesses.add(who, now.getTime());
      throw new Refusal('not-found');
    }
    const draft = unseal(lockOf(sandbox, code), v.parse(v.instance(Uint8Array), found['sealed']));
    return { status: 201, body: v.parse(DraftContentSchema, draft) };
  },
});

const slotOf = ({ key }: Sandbox, code: string) => keyed(key, `hand-over slot ${code}`);
const lockOf = ({ key }: Sandbox, code: string) => keyed(key, `hand-over lock ${code}`);

const newCode = () =>
  v.parse(
    HandOverCodeSchema,
    Array.from({ length: 8 }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join(''),
  );
