import { DATABASE_NAME } from '../drafts/draft.ts';
import { isClockSet, portalTime } from '../portal/clock.ts';
import { loadModule } from '../portal/errors.ts';

/**
 * Removes the drafts of this device whose time is over. Where the device and the portal do not agree what time it is, the earlier time
 * counts: a wrong clock removes nothing. Without the portal's time, and where a browser cannot list its databases, nothing happens.
 */
async function forgetExpired(): Promise<void> {
  if (!isClockSet()) return;
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === DATABASE_NAME)) return;
  const { DraftVault } = await loadModule(import('../drafts/draft-vault.ts'));
  await new DraftVault().removeExpired(Math.min(Date.now(), portalTime()));
}

// To import this module is to do it: `okno.js` has no bytes to spare. The page knows the portal's time by then.
forgetExpired().catch(() => undefined);
