import type { Announcing } from './announcer.ts';
import { reveal } from './reveal.ts';

/**
 * Moves the focus to the part of a widget that `data-focus` names, and scrolls to the widget. Screen readers read what takes the focus
 * (`npm run test:spoken`): said besides, it would be heard twice.
 */
export async function focusPart(host: Announcing, target: string): Promise<void> {
  await host.updateComplete;
  const part = host.renderRoot.querySelector<HTMLElement>(`[data-focus=${target}]`);
  part?.focus({ preventScroll: true });
  host.announcer?.dropPassing();
  await reveal(host);
}
