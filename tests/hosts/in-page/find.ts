/** Finds and waits, inside of a host page. The page may have changed any prototype: only plain loops and DOM methods are used. */

/** The first element that fits, in an element and in all shadow trees below it. */
export function findDeep(
  root: ParentNode,
  selector: string,
  fits: (element: HTMLElement) => boolean = () => true,
): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector) && fits(element)) return element;
    const inner = element.shadowRoot && findDeep(element.shadowRoot, selector, fits);
    if (inner) return inner;
  }
  return undefined;
}

/** Whether an element takes room. */
export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** Whether something of the page that does not scroll away, like a header, stands over an element. */
export function isCovered(element: Element): boolean {
  const { left, top, height } = element.getBoundingClientRect();
  const { host } = element.getRootNode() as ShadowRoot;
  let over = document.elementFromPoint(left + 2, top + height / 2);
  for (; over && !over.contains(host); over = over.parentElement)
    if (/^(?:sticky|fixed)$/.test(getComputedStyle(over).position)) return true;
  return false;
}

/** An element with a text; `undefined` where there is none. */
export const findText = (root: ParentNode, selector: string, text: RegExp): HTMLElement | undefined =>
  findDeep(root, selector, ({ textContent }) => text.test(textContent));

/** A control by a part of its label. */
export function findControl(root: ParentNode, label: string): HTMLInputElement | undefined {
  const found = findText(root, 'label', new RegExp(label)) as HTMLLabelElement | undefined;
  if (!found) return undefined;
  const tree = found.getRootNode() as ShadowRoot;
  return (found.control ?? tree.querySelector(`#${found.htmlFor}`)) as HTMLInputElement;
}

/** Waits until `find` gives something. Throws after so many milliseconds, with the name of what did not come. */
export async function waitFor<T>(
  what: string,
  find: () => T | undefined | null | false,
  limit = 20_000,
): Promise<T> {
  for (const start = performance.now(); performance.now() - start < limit;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`не дождались: ${what}`);
}
