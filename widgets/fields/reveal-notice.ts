import type { LitElement } from 'lit';

/** Brings the sentence into the window that says why what was pressed has not come about. */
export async function revealNotice(host: LitElement): Promise<void> {
  await host.updateComplete;
  const notices = [...host.renderRoot.querySelectorAll('[role=alert]')];
  notices.findLast(({ textContent }) => textContent.trim())?.scrollIntoView({ block: 'nearest' });
}
