/**
 * Tells the citizen, in the place of a widget, and the webmaster, in the console, why a widget does not open. It imports nothing that
 * widgets need: it has to work where that could not be fetched.
 */
import { hideFailure, showFailure } from './failure-view.ts';
import { describeFinding, logFinding, tagsOf, type Finding, type FindingCode } from './finding.ts';
import { mayPass, sentenceFor } from './sentences.ts';

/** A part of the start that has failed or takes long, as `okno.ts` knows it. */
export interface Attempt {
  done: Promise<unknown>;
  /** Does it again. */
  retry: () => Promise<unknown>;
  /** The element whose module it is; without one, it concerns all that wait for the portal. */
  element: Element | undefined;
  /** The requests for the portal; those of elements that come later are added. */
  requests: readonly Event[];
  /** Telephone of the help line, where it is known. */
  phone: string | undefined;
  /** Address of `okno.json`. */
  url: URL;
  /** Paths of the modules of all widgets: `./rating-form/register.ts`. */
  modules: readonly string[];
}

/** What was written to the console of this page: many widgets may have the same reason. */
const logged = new Set<string>();
/** Attempts that have failed and may succeed. The button of one repeats all: the portal may be missing, and the module too. */
const repeatable = new Set<() => void>();

/** Tells why an attempt has failed; without a `reason`, that it takes long. The sentence goes when the widget opens after all. */
export async function tell(reason: unknown, attempt: Attempt): Promise<void> {
  const finding = await findingOf(reason, attempt);
  if (!finding) return;
  const { code, message } = finding;
  const key = code.startsWith('module') ? 'module' : message;
  if (!logged.has(key)) logFinding(finding);
  logged.add(key);
  const places = new Set<Element>();
  const listening = new AbortController();
  showInPlaces(code, attempt, { places, signal: listening.signal });
  const closeAfter = (work: Promise<unknown>) => {
    work
      .then(() => {
        places.forEach(hideFailure);
      })
      // What fails again is told again, in the same place.
      .catch(() => undefined)
      .finally(() => {
        listening.abort();
      });
  };
  if (code === 'slow') closeAfter(attempt.done);
  if (mayPass(code))
    repeatable.add(() => {
      closeAfter(attempt.retry());
    });
}

/** Tries again all that has failed and may succeed. */
function tryAgain(): void {
  const all = [...repeatable];
  repeatable.clear();
  for (const repeat of all) repeat();
}

/** Shows the sentence in every element that an attempt concerns, also in those that ask for the portal later, and collects them. */
function showInPlaces(
  code: FindingCode,
  { element, requests, modules, phone }: Attempt,
  { places, signal }: { places: Set<Element>; signal: AbortSignal },
): void {
  const tags = tagsOf(modules);
  const show = (place: Element | undefined) => {
    if (!place || (place !== element && !tags.includes(place.localName))) return;
    places.add(place);
    const hasFallback = place.textContent.trim() !== '';
    const sentence = sentenceFor(code, { tag: place.localName, phone, hasFallback });
    showFailure(place, { sentence, retry: mayPass(code) ? tryAgain : undefined });
  };
  const showToAsking = (request: Event) => {
    show((request as Event & { contextTarget?: Element }).contextTarget);
  };
  if (mayPass(code)) addEventListener('online', tryAgain, { once: true, signal });
  show(element);
  if (element) return;
  // No widget is there to ask for the portal: none was loaded.
  if (code.startsWith('page-broken')) document.querySelectorAll(tags.join()).forEach(show);
  requests.forEach(showToAsking);
  document.addEventListener('context-request', showToAsking, { signal });
}

/** Words what has happened; `undefined` where it is not about a widget of ours. */
async function findingOf(reason: unknown, { element, url, modules }: Attempt): Promise<Finding | undefined> {
  const name = element?.localName ?? '';
  const tags = tagsOf(modules);
  if (element && !tags.includes(name)) {
    const { findNearest } = await import('./nearest.ts');
    const other = customElements.get(name) ? undefined : findNearest(name, tags);
    return other === undefined ? undefined : describeFinding('tag-unknown', { url, name, other });
  }
  if (reason === undefined) return describeFinding('slow', { url });
  const { message, name: kind, cause } = reason as Error;
  if (kind === 'BrokenPageError')
    return describeFinding(cause === 'late' ? 'page-broken-late' : 'page-broken', { url, name: message });
  // Chromium, Firefox and Safari say «module» where one could not be fetched.
  if (/module/i.test(message)) return describeFinding('module-missing', { url, name: message });
  // The page allows no policy of ours, and the browser has nothing else to make templates by.
  if (/polic/i.test(message)) return describeFinding('policy-refused', { url });
  if (element) return describeFinding('module-broken', { url, name: message });
  const { examineConfig } = await import('./examine-config.ts');
  // Where nothing is wrong any more, it has passed.
  return (await examineConfig(url)).finding ?? describeFinding('config-unreachable', { url });
}
