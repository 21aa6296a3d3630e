import { afterPaint } from './after-paint.ts';
import type { Announcing } from './announcer.ts';
import { reveal } from './reveal.ts';

/** The parts that take the place of a form: what the portal has answered. */
const RESULTS = new Set(['status', 'waiting', 'receipt']);

/**
 * Moves the focus to the part of a widget that `data-focus` names, and scrolls to the widget. Screen readers read a list of mistakes and
 * the title of a step: said besides, they would be heard twice. Of a result that takes the place of a form they often read nothing
 * (`npm run test:spoken`): its title is said.
 */
export async function focusPart(host: Announcing, target: string): Promise<void> {
  await host.updateComplete;
  // Where errors come and the focus goes in one frame, Firefox tells screen readers that the caret has moved in the box that was left, and
  // they read that box, too (`npm run test:spoken`).
  if (target === 'summary') await afterPaint();
  const part = host.renderRoot.querySelector<HTMLElement>(`[data-focus=${target}]`);
  part?.focus({ preventScroll: true });
  host.announcer?.dropPassing?.();
  if (RESULTS.has(target)) host.announcer?.say(part?.textContent ?? '');
  await reveal(host);
}
