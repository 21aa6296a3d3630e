import { randomInt } from 'node:crypto';

import * as v from 'valibot';

import {
  HAND_OVER_CODE_SIGNS,
  DraftContentSchema,
  HandOverCodeSchema,
} from '../../widgets/contract/drafts/schemas.ts';
import { wrongCodeProblem, type WrongCodesContext } from '../cases/wrong-codes.ts';
import type { Handlers } from '../http/handlers.ts';
import { cataloguePage, type CatalogueUrlContext } from '../http/http-server.ts';
import { ipAddressOf } from '../http/rate-limiter.ts';
import type { WallClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { keyedHash, seal, unseal, type KeyContext } from '../store/sealing.ts';

const HAND_OVER_LIFETIME_MS = 600_000;

type HandOverContext = DatabaseContext &
  KeyContext &
  WallClockContext &
  CatalogueUrlContext &
  WrongCodesContext;

/**
 * Handlers that hand a draft over from one device to another, without signing in. One device stores the draft and shows a
 * code of eight characters; the other device sends the code and gets the draft, once, within ten minutes.
 *
 * The code finds the draft and decrypts it. The database holds a keyed hash of the code (`lookupHashOf`), and the draft encrypted
 * with another keyed hash of it (`encryptionKeyOf`). Somebody who has the database without the portal's key has nothing. Somebody
 * who has both must try 20⁸ codes within ten minutes.
 */
export const handOverHandlers: Pick<Handlers<HandOverContext>, 'createHandOver' | 'redeemHandOver'> = {
  createHandOver({ body }, context) {
    const { db, key, wallNow } = context;
    const now = wallNow();
    db.prepare('DELETE FROM handOvers WHERE expiresAt <= ?').run(now.toISOString());
    const code = newHandOverCode();
    const expiresAt = new Date(now.getTime() + HAND_OVER_LIFETIME_MS).toISOString();
    insertRow(db, 'handOvers', {
      slot: lookupHashOf(key, code),
      sealed: seal(encryptionKeyOf(key, code), body),
      expiresAt,
    });
    const url = cataloguePage(context, `services/${body.service}/apply/#okno-hand-over=${code}`);
    return { status: 201, body: { code, url, expiresAt } };
  },
  redeemHandOver({ c, body: { code } }, context) {
    const { db, key, wallNow } = context;
    const now = wallNow();
    const row = db
      .prepare('DELETE FROM handOvers WHERE slot = ? AND expiresAt > ? RETURNING sealed')
      .get(lookupHashOf(key, code), now.toISOString());
    if (!row) throw wrongCodeProblem(context, { address: ipAddressOf(c), guess: code });
    const draft = unseal(encryptionKeyOf(key, code), v.parse(v.instance(Uint8Array), row['sealed']));
    return { status: 201, body: v.parse(DraftContentSchema, draft) };
  },
};

const lookupHashOf = (key: Uint8Array, code: string) => keyedHash(key, `hand-over slot ${code}`);
const encryptionKeyOf = (key: Uint8Array, code: string) => keyedHash(key, `hand-over lock ${code}`);

const newHandOverCode = () =>
  v.parse(
    HandOverCodeSchema,
    Array.from({ length: 8 }, () => HAND_OVER_CODE_SIGNS[randomInt(HAND_OVER_CODE_SIGNS.length)]).join(''),
  );
