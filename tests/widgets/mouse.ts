import { sendMouse } from '@web/test-runner-commands';

/** Moves the mouse onto an element. */
async function hover(element: Element | null | undefined): Promise<void> {
  if (!element) throw new Error('There is no such element');
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

/** Moves the mouse onto an element and presses it as long as a person does: for a tenth of a second. */
export async function press(element: Element | null | undefined): Promise<void> {
  await hover(element);
  await sendMouse({ type: 'down' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await sendMouse({ type: 'up' });
}
