import { openDB } from 'idb';

import type { CodeAndKey } from './proof.ts';

/** A sign-in whose page is away. There is no token in it, and the key cannot be read: it is worth nothing without the portal's code. */
interface PendingSignIn {
  key: CryptoKeyPair;
  /** The fragment that the address had. */
  hash: string;
}

/** The pending sign-ins of this site, by their `state`. */
const openPending = () =>
  openDB<{ pending: { key: string; value: PendingSignIn } }>('okno-sign-in', 1, {
    upgrade(db) {
      db.createObjectStore('pending');
    },
  });

/** Stores what is needed when the page is back. */
export async function savePendingSignIn(state: string, pending: PendingSignIn): Promise<void> {
  const db = await openPending();
  await db.put('pending', pending, state);
  db.close();
}

/** Sends the page to the portal, which sends it back with a code for this key. */
export async function redirectToSignIn(
  url: string,
  { state, key }: { state: string; key: CryptoKeyPair },
): Promise<void> {
  await savePendingSignIn(state, { key, hash: location.hash });
  // A click on a link, because the portal needs the `Referer`, which the policy of the page may forbid for `location.href = …`.
  const link = document.createElement('a');
  const href = `${url}&returnTo=${encodeURIComponent(location.href)}`;
  Object.assign(link, { href, target: '_self', referrerPolicy: 'origin' });
  link.click();
}

/**
 * Takes the code that the portal has put into the address, and the key that this browser has stored for it. `undefined` where they do
 * not belong together. Sets the fragment that the address had before.
 */
export async function takeCodeAndKey(returned: URLSearchParams): Promise<CodeAndKey | undefined> {
  const db = await openPending();
  const pending = await db.get('pending', returned.get('okno-state') ?? '');
  // Those that nobody has come back to are of no use either.
  if (pending) await db.clear('pending');
  db.close();
  if (!pending) return undefined;
  if (pending.hash) history.replaceState(history.state, '', location.href + pending.hash);
  const code = returned.get('okno-code');
  return code === null ? undefined : { code, key: pending.key };
}
