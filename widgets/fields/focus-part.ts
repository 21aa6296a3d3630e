import type { Announcing } from './announcer.ts';
import { reveal } from './reveal.ts';

/**
 * Moves the focus to the part of a widget that `data-focus` names, and scrolls to the widget. The part is said: screen readers do not read
 * a heading that takes the focus.
 */
export async function focusPart(host: Announcing, target: string): Promise<void> {
  await host.updateComplete;
  const part = host.renderRoot.querySelector<HTMLElement>(`[data-focus=${target}]`);
  part?.focus({ preventScroll: true });
  host.announcer?.say(part?.textContent ?? '');
  await reveal(host);
}
