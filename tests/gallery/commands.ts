/** What the test runner does for its pages (`@web/test-runner-commands`), done by the gallery's server: `gallery-server.ts`. */

/** Asks the server for something. Rejects when it cannot do it. */
export async function executeServerCommand<T>(command: string, payload: unknown): Promise<T> {
  const response = await fetch('/_gallery/command', {
    method: 'POST',
    body: JSON.stringify({ command, payload }),
  });
  if (!response.ok) throw new Error(`${command}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Only tests move the mouse. */
export const sendMouse = (): Promise<void> => Promise.resolve();

/** Presses a key where the focus is. */
export function sendKeys({ press }: { press: string }): Promise<void> {
  let target = document.activeElement;
  while (target?.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
  target?.dispatchEvent(new KeyboardEvent('keydown', { key: press, bubbles: true, composed: true }));
  return Promise.resolve();
}
