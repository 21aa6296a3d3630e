/**
 * The loader: the one line that a municipality pastes. It reads `okno.json` beside itself, and loads only the modules of the
 * elements that stand on the page. An element whose module does not come keeps its fallback content.
 */
import type { CaseAction, CaseActionEvent } from './portal/case-events.ts';
import type { Portal } from './portal/context.ts';

/** Where a case goes on, by what the citizen wants. */
const WIDGET_FOR_ACTION: Record<CaseAction, string> = {
  follow: 'okno-status-tracker',
  rate: 'okno-rating-form',
  complain: 'okno-complaint-form',
};

/**
 * Fetches the module that defines an element, by its tag. Nobody uses what an import gives: without an object for that, the build is
 * a tenth of a kilobyte smaller.
 */
const MODULES: Record<string, () => Promise<void>> = {
  'okno-address-field': async () => {
    await import('./address-field/register.ts');
  },
  'okno-application-form': async () => {
    await import('./application-form/register.ts');
  },
  'okno-complaint-form': async () => {
    await import('./complaint-form/register.ts');
  },
  'okno-rating-form': async () => {
    await import('./rating-form/register.ts');
  },
  'okno-status-tracker': async () => {
    await import('./status-tracker/register.ts');
  },
};
const SELECTOR = Object.keys(MODULES).join();
const loaded = new Set<string>();

declare global {
  interface Window {
    /** Set by the first `okno.js` of a page; a second one does nothing. */
    okno?: Promise<Portal>;
  }
}

/** Reads the configuration and gives the portal to the whole page. Elements may be there before: their questions are kept. */
async function start(): Promise<Portal> {
  const root = document.documentElement;
  const early: Event[] = [];
  const keep = (request: Event) => early.push(request);
  root.addEventListener('context-request', keep);
  const url = new URL(/* @vite-ignore */ 'okno.json', import.meta.url);
  const [response, { createPortal, providePortal }] = await Promise.all([
    fetch(url),
    import('./portal/provide.ts'),
  ]);
  if (!response.ok) throw new Error(`${url.href}: ${response.status}`);
  const portal = createPortal(await response.json(), url);
  root.removeEventListener('context-request', keep);
  providePortal(root, portal, early);
  return portal;
}

/** Loads what the elements below `root` need, once each. */
function loadWidgets(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(SELECTOR)) {
    if (loaded.has(localName)) continue;
    loaded.add(localName);
    Promise.all([window.okno, MODULES[localName]?.()]).catch(report);
  }
}

/** The webmaster reads the reason in the console; the citizen sees the fallback content. */
function report(error: unknown): void {
  console.error('okno.js:', error);
}

/** Brings the citizen to the widget where her case goes on; makes one below the present widget where the page has none. */
function onCaseAction(event: CaseActionEvent): void {
  if (event.defaultPrevented) return;
  const tag = WIDGET_FOR_ACTION[event.action];
  const found = document.querySelector<HTMLElement>(tag);
  const element = found ?? document.createElement(tag);
  Object.assign(element, event.case);
  if (!found) (event.target as Element).after(element);
  element.tabIndex = -1;
  element.scrollIntoView();
  element.focus({ preventScroll: true });
}

if (!window.okno) {
  window.okno = start();
  window.okno.catch(report);
  loadWidgets(document);
  // Pages that build themselves by script put their widgets in later.
  new MutationObserver(() => {
    loadWidgets(document);
  }).observe(document.documentElement, { childList: true, subtree: true });
  document.addEventListener('okno-case-action', onCaseAction as EventListener);
}
