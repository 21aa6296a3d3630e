import { afterPaint } from './after-paint.ts';

/** Events after which nothing of the page is pressed any more. */
const RELEASES = ['pointerup', 'pointercancel', 'keyup'];

/**
 * Resolves when nothing of the page of an element is being pressed, and the click has been heard. A field that is left because something
 * else is pressed shows its error only then: it would move what is being pressed, and the click would be lost.
 */
export async function pointerReleased({ ownerDocument }: Element): Promise<void> {
  // Firefox says what is pressed only after it has said that the focus has left, and has screen readers read the box that was left once more
  // where its error comes in the same frame.
  await afterPaint();
  if (!ownerDocument.documentElement.matches(':active')) return;
  await new Promise((resolve) => {
    for (const type of RELEASES)
      ownerDocument.defaultView?.addEventListener(type, resolve, { capture: true, once: true });
  });
  await new Promise((resolve) => setTimeout(resolve));
}
