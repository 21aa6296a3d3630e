/**
 * The loader, which a municipality adds to its page by one line. It reads `okno.json` beside itself, and imports only the modules of
 * those elements that are on the page. An element whose module cannot be fetched keeps its fallback content.
 */
import type { CaseAction, CaseActionEvent } from './portal/case-events.ts';
import type { Portal } from './portal/context.ts';
import { brokenNatives, wasBrokenLate } from './portal/natives.ts';

/** The widget for each action on a case. */
const WIDGET_FOR_ACTION: Record<CaseAction, string> = {
  follow: 'okno-status-tracker',
  rate: 'okno-rating-form',
  complain: 'okno-complaint-form',
};

/** Imports the module of an element, by its tag. A folder with a `register.ts` is a widget: `rating-form/` is `okno-rating-form`. */
const MODULES = Object.fromEntries(
  Object.entries(import.meta.glob('./*/register.ts')).map(([path, load]) => [
    `okno-${path.split('/')[1] ?? ''}`,
    load,
  ]),
);
const SELECTOR = Object.keys(MODULES).join();
const loaded = new Set<string>();

declare global {
  interface Window {
    /** Set by the first `okno.js` of a page; a second one does nothing. */
    okno?: Promise<Portal>;
  }
}

/** Reads the configuration and provides the portal to the whole page. Keeps the requests of elements that ask before it is there. */
async function start(): Promise<Portal> {
  const root = document.documentElement;
  const requests: Event[] = [];
  const keep = (request: Event) => requests.push(request);
  root.addEventListener('context-request', keep);
  const url = new URL(/* @vite-ignore */ 'okno.json', import.meta.url);
  const [response, { createPortal, providePortal }] = await Promise.all([
    fetch(url),
    import('./portal/provide.ts'),
  ]);
  if (!response.ok) throw new Error(`${url.href}: ${response.status}`);
  const portal = createPortal(await response.json(), url, brokenNatives);
  root.removeEventListener('context-request', keep);
  providePortal(root, portal, requests);
  return portal;
}

/** Imports the modules of the elements below `root`, each once. */
function loadWidgets(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(SELECTOR)) {
    if (loaded.has(localName)) continue;
    loaded.add(localName);
    Promise.all([window.okno, MODULES[localName]?.()]).catch(report);
  }
}

/** Writes the reason to the console, for the webmaster. The citizen sees the fallback content. */
function report(error: unknown): void {
  console.error('okno.js:', error);
}

/** Moves the citizen to the widget where her case goes on. Where the page has none, adds one below the present widget. */
function onCaseAction(event: CaseActionEvent): void {
  if (event.defaultPrevented) return;
  const tag = WIDGET_FOR_ACTION[event.action];
  const existing = document.querySelector<HTMLElement>(tag);
  const element = existing ?? document.createElement(tag);
  event.fillIn(element);
  const opener = existing ? undefined : (event.target as Element);
  opener?.after(element);
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  import('./fields/next-widget.ts')
    .then(({ showNextWidget }) => showNextWidget(element, opener))
    .catch(report);
}

/** Starts the widgets in this realm. */
function startHere(): void {
  window.okno = start();
  window.okno.catch(report);
  loadWidgets(document);
  // Pages that are built by a script add their widgets later.
  new MutationObserver(() => {
    loadWidgets(document);
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('okno-case-action', onCaseAction as EventListener);
}

if (!window.okno) {
  const broken = brokenNatives();
  if (broken.length || wasBrokenLate())
    import('./portal/clean-realm.ts')
      .then(({ startInCleanRealm }) =>
        startInCleanRealm(broken, new URL(/* @vite-ignore */ 'okno-clean.js', import.meta.url)),
      )
      .then((isStarted) => {
        if (!isStarted) startHere();
      })
      .catch(report);
  else startHere();
}
