import type { Announcing } from './announcer.ts';
import { uncoverWhereCovered } from './reveal.ts';

/** Brings the sentence into the window that says why what was pressed has not come about, with what it offers, and below what covers the page. */
export async function revealNotice(host: Announcing): Promise<void> {
  await host.updateComplete;
  host.announcer?.dropPassing?.();
  const alerts = [...host.renderRoot.querySelectorAll('[role=alert]')];
  const alert = alerts.findLast(({ textContent }) => textContent.trim());
  const notice = alert?.closest<HTMLElement>('.note') ?? (alert as HTMLElement | undefined);
  if (!notice) return;
  notice.scrollIntoView({ block: 'nearest' });
  await uncoverWhereCovered(notice);
}
