import { executeServerCommand } from '@web/test-runner-commands';

import { DraftDatabase } from '../../widgets/drafts/draft-database.ts';
import { createPortal } from '../../widgets/portal/provide.ts';
import type { Portal } from '../../widgets/portal/context.ts';
import type { FaultInput } from '../../api-mocks/http/faults.ts';
import type { SandboxCommand } from '../test-portal.ts';

const CONFIG = new URL('/okno-test/okno.json', location.href);

/** The real sandbox portal, as `okno.js` would provide it. `change` alters what `okno.json` says. */
export async function openPortal(change: Record<string, unknown> = {}): Promise<Portal> {
  const data = (await (await fetch(CONFIG)).json()) as Record<string, unknown>;
  return createPortal({ ...data, ...change }, CONFIG);
}

/** The portal for a page on which Anna has signed in: it was led back to with a code, and has exchanged that for tokens. */
export async function openSignedIn(): Promise<Portal> {
  const verifier = 'verifier-of-a-page-that-leads-to-the-portal';
  const code = await runSandboxCommand<string>({ command: 'sign-in', origin: location.origin, verifier });
  const state = 'state-1';
  sessionStorage.setItem('okno-sign-in', JSON.stringify({ state, verifier, hash: location.hash }));
  location.hash = new URLSearchParams({ 'okno-state': state, 'okno-code': code }).toString();
  const portal = await openPortal();
  await portal.session.completeSignIn();
  return portal;
}

/** Does what officials or fate do: moves a case on, stops the portal and starts it again, counts the applications. */
export const runSandboxCommand = async <T = number>(what: SandboxCommand): Promise<T> =>
  executeServerCommand<T, SandboxCommand>('sandbox', what);

/** From now on every request to a path goes wrong in this way; `{command: 'fault'}` mends it. */
export const spoil = (fault: FaultInput) => runSandboxCommand({ command: 'fault', fault });

/** The portal answers what is sent to a path so late that the host page can do something meanwhile. */
export const delayResponses = (path: string) =>
  runSandboxCommand({ command: 'fault', fault: { kind: 'latency', ms: 1500, path, methods: ['POST'] } });

/** Puts an element on the page with its properties set, and takes away what stood there before. */
export async function mountElement<E extends HTMLElement & { updateComplete: Promise<boolean> }>(
  tag: string,
  properties: Partial<E>,
  content = '',
): Promise<E> {
  document.body.replaceChildren();
  const element = document.createElement(tag) as E;
  element.textContent = content;
  Object.assign(element, properties);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** Forgets what earlier tests have left in the drafts of a form. What their widgets are still saving comes first. */
export async function forgetDrafts(name: string): Promise<void> {
  document.body.replaceChildren();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const drafts = new DraftDatabase();
  for (const { id } of await drafts.list(name)) await drafts.remove(id);
}

/** Does something on a device that refuses to keep drafts, as private windows and full disks do. */
export async function withoutStorage<T>(act: () => Promise<T>): Promise<T> {
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = () => {
    throw new DOMException('No storage here', 'SecurityError');
  };
  try {
    return await act();
  } finally {
    indexedDB.open = open;
  }
}

/** Waits until `find` finds something; fails with `what` after ten seconds. */
export async function waitUntilFound<T>(
  find: () => T | null | undefined | false,
  what = String(find),
): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not come: ${what}`);
}

const rootOf = (element: Element) => element.shadowRoot ?? element;

/** A button or link of a widget by its words. */
export function findButton(element: Element, words: string | RegExp): HTMLElement | undefined {
  return [...rootOf(element).querySelectorAll<HTMLElement>('button, a')].find((found) =>
    typeof words === 'string'
      ? (found.getAttribute('aria-label') ?? found.textContent).includes(words)
      : words.test(found.textContent),
  );
}

/** A control of a widget by its label, also inside the elements that make it up. */
export function findControl(element: Element, label: string): HTMLInputElement | undefined {
  const root = rootOf(element);
  for (const found of root.querySelectorAll('label'))
    if (found.textContent.includes(label))
      return (found.control ?? root.querySelector(`#${found.htmlFor}`)) as HTMLInputElement;
  for (const child of root.querySelectorAll('*')) {
    const inner = child.shadowRoot && findControl(child, label);
    if (inner) return inner;
  }
  return undefined;
}

/** Types into a control as a person does: the value, then leaving it. */
export function typeInControl(input: HTMLInputElement | undefined, value: string): void {
  if (!input) throw new Error('There is no such control');
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new FocusEvent('blur'));
}

/** Chooses a file in a file field, as a person does in the browser's window. */
export function attachFile(field: Element, file: File): void {
  const chosen = new DataTransfer();
  chosen.items.add(file);
  const input = rootOf(field).querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no file input');
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}

/** All that a widget says. */
export const visibleTextOf = (element: Element): string =>
  rootOf(element).textContent.replace(/\s+/g, ' ').trim();
