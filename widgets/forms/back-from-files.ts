/** Milliseconds: how long to wait for the page to come to the front, at most, and what a screen reader takes to be back on it then. */
const [MOST, RETURN] = [3000, 600];

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Resolves when the window in which the system lets one choose files is gone, and who listens is back on the page: what is said before is
 * heard by nobody (`npm run test:spoken`).
 */
export async function backFromFiles({ ownerDocument }: Element): Promise<void> {
  const { defaultView } = ownerDocument;
  if (!ownerDocument.hasFocus())
    await Promise.race([
      new Promise((resolve) => defaultView?.addEventListener('focus', resolve, { once: true })),
      wait(MOST),
    ]);
  await wait(RETURN);
}
