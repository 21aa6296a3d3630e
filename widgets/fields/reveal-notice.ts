import type { Announcing } from './announcer.ts';

/** Brings the sentence into the window that says why what was pressed has not come about. */
export async function revealNotice(host: Announcing): Promise<void> {
  await host.updateComplete;
  host.announcer?.dropPassing();
  const notices = [...host.renderRoot.querySelectorAll('[role=alert]')];
  notices.findLast(({ textContent }) => textContent.trim())?.scrollIntoView({ block: 'nearest' });
}
