import type { LitElement } from 'lit';

/**
 * Changes what an element shows, and leaves in its place on the screen what has the focus or is under the pointer: an error that comes
 * or goes above it does not move it. The page scrolls by as much; where it cannot, the element begins lower or higher.
 */
export async function changeInPlace(host: LitElement, change: () => void): Promise<void> {
  const content = host.renderRoot as HTMLElement;
  const held = heldIn(host);
  const topOfHeld = () => held?.getBoundingClientRect().top ?? 0;
  const before = topOfHeld();
  change();
  await host.updateComplete;
  // By now elements inside of it have changed too. Nothing has been painted yet.
  await new Promise(requestAnimationFrame);
  if (!held?.isConnected || topOfHeld() === before) return;
  host.ownerDocument.defaultView?.scrollBy({ top: topOfHeld() - before, behavior: 'instant' });
  const rest = before - topOfHeld();
  if (rest > 0) content.style.marginBlockStart = `${rest}px`;
}

/** What has the focus in an element; else what is under the pointer. */
function heldIn({ shadowRoot }: Element): Element | undefined {
  const focused = shadowRoot?.activeElement;
  if (focused) return heldIn(focused) ?? focused;
  return [...(shadowRoot?.querySelectorAll(':hover') ?? [])].at(-1);
}
