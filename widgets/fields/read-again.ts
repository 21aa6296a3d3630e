/**
 * Reads the boxes of a form again, also those inside its fields: what stands on the screen is what is sent, where a password manager
 * has filled in without an event too. Each box tells its value by a `change`; listeners ignore a value that they know.
 */
export function readAgain(root: ParentNode): void {
  const boxes = root.querySelectorAll('input:not([type=file], [type=radio]:not(:checked)), select, textarea');
  for (const box of boxes) box.dispatchEvent(new Event('change', { bubbles: true }));
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) readAgain(shadowRoot);
}
