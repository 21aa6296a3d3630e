// Longer than most: what tests of all widgets do with a page.
import { executeServerCommand } from '@web/test-runner-commands';
import { deleteDB } from 'idb';

import { DATABASE_NAME, type Draft } from '../../widgets/drafts/draft.ts';
import { DraftVault } from '../../widgets/drafts/draft-vault.ts';
import { TabDrafts } from '../../widgets/drafts/tab-drafts.ts';
import { createPortal } from '../../widgets/portal/provide.ts';
import type { Portal } from '../../widgets/portal/context.ts';
import { newKey, thumbprintOf } from '../../widgets/portal/proof.ts';
import { savePendingSignIn } from '../../widgets/portal/sign-in-redirect.ts';
import type { FaultInput } from '../../api-mocks/http/faults.ts';
import type { SandboxCommand } from '../test-portal.ts';

const CONFIG = new URL('/okno-test/okno.json', location.href);

/** Connects to the running sandbox portal as `okno.js` would. `change` replaces values of `okno.json`. */
export async function openPortal(change: Record<string, unknown> = {}): Promise<Portal> {
  const data = (await (await fetch(CONFIG)).json()) as Record<string, unknown>;
  return createPortal({ ...data, ...change }, CONFIG);
}

/**
 * Connects to the portal on a page where a demo citizen, Anna unless said, has just signed in: the page has come back with a code, and
 * exchanges it for tokens.
 */
export async function openSignedIn(citizen = 'anna'): Promise<Portal> {
  const [key, state] = [await newKey(), 'state-1'];
  const thumbprint = await thumbprintOf(key);
  const { origin } = location;
  const code = await runSandboxCommand<string>({ command: 'sign-in', origin, thumbprint, citizen });
  await savePendingSignIn(state, { key, hash: location.hash });
  location.hash = new URLSearchParams({ 'okno-state': state, 'okno-code': code }).toString();
  const portal = await openPortal();
  await portal.session.completeSignIn();
  return portal;
}

/** Runs a command in the test runner's process: moves a case on, stops the portal and starts it again, counts the applications. */
export const runSandboxCommand = async <T = number>(command: SandboxCommand): Promise<T> =>
  executeServerCommand<T>('sandbox', command);

/** Presses the button with this text in the window where the portal signs a person in. Only Chromium's launcher reaches that window. */
export const pressInPortalWindow = (portal: Portal, button: string) => runInPortalWindow(portal, button);

/** Closes that window, as a person does who does not want to sign in. */
export const closePortalWindow = (portal: Portal) => runInPortalWindow(portal, null);

const runInPortalWindow = (portal: Portal, press: string | null) =>
  executeServerCommand('portal-window', { portal: portal.config.portal.origin, press });

/** Makes every request to a path fail in this way from now on; `{ command: 'fault' }` ends it. */
export const spoil = (fault: FaultInput) => runSandboxCommand({ command: 'fault', fault });

/** Does something while the portal does not answer. */
export async function withoutPortal<T>(act: () => T | Promise<T>): Promise<T> {
  await runSandboxCommand({ command: 'stop' });
  try {
    return await act();
  } finally {
    await runSandboxCommand({ command: 'start' });
  }
}

/** Does something on a device that knows that it has no connection. */
export async function withoutConnection<T>(act: () => Promise<T>): Promise<T> {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  try {
    return await act();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

/** Does something on a day off of the region. */
export async function onDayOff<T>(act: () => Promise<T>): Promise<T> {
  await runSandboxCommand({ command: 'day-off', isOff: true });
  try {
    return await act();
  } finally {
    await runSandboxCommand({ command: 'day-off', isOff: false });
  }
}

/** Delays the responses to POST requests to a path by 1.5 s, so that the host page can do something meanwhile. */
export const delayResponses = (path: string) =>
  runSandboxCommand({ command: 'fault', fault: { kind: 'latency', ms: 1500, path, methods: ['POST'] } });

/** Puts an element with these properties on the page, in the place of all that was there. */
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

/** Deletes the drafts of a form that earlier tests have left, after their widgets have saved the last changes. */
export async function forgetDrafts(name: string): Promise<void> {
  document.body.replaceChildren();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const drafts = new DraftVault();
  for (const { id } of await drafts.list(name)) await drafts.remove(id);
  const inTab = new TabDrafts();
  inTab.isShared = false;
  inTab.remove(name);
}

/** Waits until the device has a draft that is as `isWanted` says. */
export async function waitForDraft<D extends Draft>(id: string, isWanted: (draft: D) => boolean): Promise<D> {
  const vault = new DraftVault<D>();
  for (const start = performance.now(); performance.now() - start < 30_000;) {
    const draft = await vault.load(id);
    if (draft && isWanted(draft)) return draft;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The draft ${id} did not become so: ${String(isWanted)}`);
}

/** Calls `act` on a device that cannot store drafts, like a private window or a full disk. */
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

/** Does something in a browser that has just thrown the databases of the site away, and says so as Chromium does. */
export async function withDataLoss<T>(act: () => Promise<T>): Promise<T> {
  const events = IDBVersionChangeEvent.prototype;
  const own = Object.getOwnPropertyDescriptor(events, 'dataLoss');
  await deleteDB(DATABASE_NAME);
  Object.defineProperty(events, 'dataLoss', { get: () => 'total', configurable: true });
  try {
    return await act();
  } finally {
    if (own) Object.defineProperty(events, 'dataLoss', own);
    else Reflect.deleteProperty(events, 'dataLoss');
  }
}

/** Waits until `find` gives something; throws after half a minute, with `what` as the name of what did not come. */
export async function waitUntilFound<T>(
  find: () => T | null | undefined | false,
  what = String(find),
): Promise<T> {
  for (const start = performance.now(); performance.now() - start < 30_000;) {
    const value = find();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It did not come: ${what}`);
}

const rootOf = (element: Element) => element.shadowRoot ?? element;

/** A button or link of a widget by its label or text. */
export function findButton(element: Element, text: string | RegExp): HTMLElement | undefined {
  return [...rootOf(element).querySelectorAll<HTMLElement>('button, a')].find((button) =>
    typeof text === 'string'
      ? (button.getAttribute('aria-label') ?? button.textContent).includes(text)
      : text.test(button.textContent),
  );
}

/** A control of a widget by its label, also inside the elements that make it up. */
export function findControl(element: Element, label: string): HTMLInputElement | undefined {
  const root = rootOf(element);
  for (const labelElement of root.querySelectorAll('label'))
    if (labelElement.textContent.includes(label))
      return (labelElement.control ?? root.querySelector(`#${labelElement.htmlFor}`)) as HTMLInputElement;
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

/** Chooses files in a file field, as a person does in the browser's window. */
export function attachFile(field: Element, ...files: File[]): void {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  const input = rootOf(field).querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is no file input');
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}

/** The text of a widget, with one space between words. */
export const visibleTextOf = (element: Element): string =>
  rootOf(element).textContent.replace(/\s+/g, ' ').trim();
