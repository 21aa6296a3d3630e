/**
 * The loader, which a municipality adds to its page by one line. It reads `okno.json` beside itself, and imports only the modules of
 * those elements that are on the page, also in the open shadow roots of the page's own elements. What fails or takes long is told by
 * `diagnosis/`, which is fetched only then; the fallback content stays.
 */
import type { Finding } from './diagnosis/finding.ts';
import type { CaseActionEvent } from './portal/case-events.ts';
import { brokenNatives, wasBrokenLate } from './portal/natives.ts';

/** What libraries of the page have broken. Asked first: what follows uses natives. */
const broken = brokenNatives();

/** The one thing that is put on the page's global object: the address of the first `okno.js`. A second one does nothing. */
const KEY = Symbol.for('okno');
/** Milliseconds after which a citizen is told that something takes long, and old drafts are removed. */
const LONG_WAIT = 8000;

/** Imports the module of an element, by its path. A folder with a `register.ts` is a widget: `rating-form/` is `okno-rating-form`. */
const MODULES = import.meta.glob('./*/register.ts');
const url = new URL(/* @vite-ignore */ 'okno.json', import.meta.url);
/** The requests for the portal of all elements of the page. They are kept for those that ask before it is there. */
const requests: Event[] = [];
/** The start of the portal, from the first element on: a page without one fetches nothing for it. */
let started: Promise<unknown> | undefined;
/** Telephone of the help line, as soon as `okno.json` is read. */
let phone: string | undefined;

/** Finds out why no widget opens, and what else is wrong with a page. Empty where all is well. */
export const diagnose = async (): Promise<Finding[]> =>
  (await import('./diagnosis/diagnose.ts')).diagnose(url, Object.keys(MODULES));

/** Reads the configuration and provides the portal to the whole page. */
async function start(): Promise<void> {
  const [data, startPortal] = await Promise.all([
    fetch(url).then((response) => response.json() as unknown),
    import('./portal/provide.ts').then(({ startPortal }) => startPortal),
  ]);
  const portal = startPortal(data, url, { requests, brokenNatives });
  phone = portal.phone;
  void portal.siteRefused.then(() => attempt(() => Promise.reject(new Error(location.origin))));
}

/** Does a part of the start. Tells where it fails or takes long, in `element` or in all that wait for the portal. */
function attempt(work: () => Promise<unknown>, element?: Element): Promise<unknown> {
  const done = work();
  const retry = () => attempt(work, element);
  const tellIt = (reason?: unknown) => {
    import('./diagnosis/tell.ts').then(
      ({ tell }) =>
        tell(reason, { done, retry, element, requests, phone, url, modules: Object.keys(MODULES) }),
      () => {
        console.error('Окно: не загружаются файлы рядом с', url.href);
        addEventListener('online', () => void retry(), { once: true });
      },
    );
  };
  const timer = setTimeout(tellIt, LONG_WAIT);
  done.catch(tellIt).finally(() => {
    clearTimeout(timer);
  });
  return done;
}

/** Imports the module of a widget. Looks into the open shadow root of any other element, also of one that is defined later. */
function visit(element: Element): void {
  const { localName, shadowRoot } = element;
  if (localName.startsWith('okno-')) {
    started ??= attempt(start);
    void attempt(
      MODULES[`./${localName.slice(5)}/register.ts`] ?? (() => Promise.reject(new Error(localName))),
      element,
    );
  } else if (shadowRoot) visitAll(shadowRoot);
  else if (element.matches(':not(:defined)'))
    void customElements.whenDefined(localName).then(() => {
      visit(element);
    });
}

/** Visits the elements of a document or shadow root, and watches for those that are added later. */
function visitAll(tree: Document | ShadowRoot): void {
  observer.observe(tree, { childList: true, subtree: true });
  tree.querySelectorAll('*').forEach(visit);
}

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes)
      if ('querySelectorAll' in node)
        [node as Element, ...(node as Element).querySelectorAll('*')].forEach(visit);
});

/** Takes the citizen to the widget where her case goes on, unless the page does that itself. */
function onCaseAction(event: CaseActionEvent): void {
  const opener = event.target as Element;
  if (!event.defaultPrevented)
    void attempt(async () => {
      const { openNextWidget } = await import('./forms/next-widget.ts');
      await openNextWidget(event, opener);
    }, opener);
}

/** Starts the widgets in this realm: on the page itself, or in a frame of it. */
function startHere(): void {
  document.addEventListener('context-request', (request) => requests.push(request), true);
  document.addEventListener('okno-case-action', onCaseAction as EventListener);
  visitAll(document);
  // A library that comes after this script.
  addEventListener('load', () => {
    const late = brokenNatives();
    if (late.length)
      void attempt(async () => (await import('./portal/clean-realm.ts')).refuseLate(late, url));
    // Later: the first step does not share a slow line with it.
    if (started) setTimeout(() => void import('./forms/forget-expired.ts').catch(Boolean), LONG_WAIT);
  });
}

/** Starts the widgets in a frame whose natives are clean; here where that is not possible, and not needed. */
async function startInFrame(): Promise<void> {
  const { startInCleanRealm } = await import('./portal/clean-realm.ts');
  const script = new URL(/* @vite-ignore */ 'okno-clean.js', import.meta.url);
  if (!(await startInCleanRealm(broken, script))) startHere();
}

if (!(KEY in globalThis)) {
  Object.assign(globalThis, { [KEY]: import.meta.url });
  if (broken.length || wasBrokenLate()) void attempt(startInFrame);
  else startHere();
}
