import * as v from 'valibot';

import { HAND_OVER_MINUTES } from '../../widgets/contract/drafts/schemas.ts';
import { wrongCodeProblem, type WrongCodesContext } from '../cases/wrong-codes.ts';
import type { Handlers } from '../http/handlers.ts';
import { HttpProblem } from '../http/problem.ts';
import { ipAddressOf } from '../http/rate-limiter.ts';
import type { WallClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { keyedHash, seal, unseal, type KeyContext } from '../store/sealing.ts';

type HandOverContext = DatabaseContext & KeyContext & WallClockContext & WrongCodesContext;

/**
 * Handlers that hand a draft over from one device to another, without signing in. One device stores the draft, the other one takes it, once,
 * within a quarter of an hour. The portal cannot read it: the devices encrypt it with a key that they derive from a code.
 *
 * The database holds a keyed hash of the place (`lookupHashOf`), and the draft encrypted once more, with another keyed hash of it: who has the
 * database without the portal's key does not even learn how many drafts wait for one device.
 */
export const handOverHandlers: Pick<Handlers<HandOverContext>, 'createHandOver' | 'redeemHandOver'> = {
  createHandOver({ body: { locator, sealed } }, context) {
    const { db, key, wallNow } = context;
    const now = wallNow();
    db.prepare('DELETE FROM handOvers WHERE expiresAt <= ?').run(now.toISOString());
    const slot = lookupHashOf(key, locator);
    if (db.prepare('SELECT 1 FROM handOvers WHERE slot = ?').get(slot)) throw new HttpProblem('wrong-state');
    const expiresAt = new Date(now.getTime() + HAND_OVER_MINUTES * 60_000).toISOString();
    insertRow(db, 'handOvers', { slot, sealed: seal(encryptionKeyOf(key, locator), sealed), expiresAt });
    return { status: 201, body: { expiresAt } };
  },
  redeemHandOver({ c, body: { locator } }, context) {
    const { db, key, wallNow } = context;
    const row = db
      .prepare('DELETE FROM handOvers WHERE slot = ? AND expiresAt > ? RETURNING sealed')
      .get(lookupHashOf(key, locator), wallNow().toISOString());
    if (!row) throw wrongCodeProblem(context, { address: ipAddressOf(c), guess: locator });
    const stored = v.parse(v.instance(Uint8Array), row['sealed']);
    return {
      status: 201,
      body: { sealed: v.parse(v.string(), unseal(encryptionKeyOf(key, locator), stored)) },
    };
  },
};

const lookupHashOf = (key: Uint8Array, locator: string) => keyedHash(key, `hand-over slot ${locator}`);
const encryptionKeyOf = (key: Uint8Array, locator: string) => keyedHash(key, `hand-over lock ${locator}`);
