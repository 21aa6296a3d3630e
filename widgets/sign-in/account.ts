import { isNote } from '../drafts/case-notes.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';

export { getSessionInfo } from '../portal/session-info.ts';

/** Before the keys of all that widgets keep in `localStorage`. */
const PREFIX = 'okno-';

/** Whether the citizen has said that others use this computer. */
export const isSharedComputer = (): boolean => new TabDrafts().isShared;

/** How many drafts and receipts this device has. */
export async function countStored(): Promise<number> {
  return (await new DraftVault().listAll()).filter((draft) => !isNote(draft)).length;
}

/** Removes from this device all that widgets have kept on it: drafts, receipts, names, remembered addresses. */
export async function eraseDevice(): Promise<void> {
  new TabDrafts().removeAll();
  await new DraftVault().removeAll();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // The browser refuses storage: there is nothing.
  }
}
