import { setAddressFolder } from './address-folder.ts';
import { syncClock } from './clock.ts';
import { parseConfig, type Config } from './config.ts';
import { portalContext, type Portal } from './context.ts';
import { reportFailure } from './errors.ts';
import { Session } from './session.ts';

/**
 * Makes the portal from the content of `okno.json`. Throws a `TypeError` where something is missing in it. `brokenNatives` finds what
 * libraries of the page have broken.
 */
export function createPortal(data: unknown, url: URL, brokenNatives = (): readonly string[] => []): Portal {
  const config = parseConfig(data, url);
  const retryBudget = {};
  return { config, session: new Session(config, retryBudget), retryBudget, brokenNatives };
}

/** The event by which an element asks for a context (Context Community Protocol). */
type ContextRequest = Event & { context: unknown; callback: (value: unknown) => void };

/** What `okno.js` knows of the page. */
interface HostPage {
  /** The requests for the portal that came before it was there. */
  requests: readonly Event[];
  /** Finds what libraries of the page have broken by now. */
  brokenNatives: () => readonly string[];
}

/** What `okno.js` has to know of a portal that is provided. */
interface StartedPortal {
  /** Telephone of the help line. */
  phone: string;
  /** Resolves where the portal does not know the site of this page, or may not be asked. It is asked when the first element needs it. */
  siteRefused: Promise<void>;
}

/**
 * Provides the portal of `okno.json` to the whole page, and to the elements that have asked for it before. Throws a `TypeError`
 * where something is missing in it.
 */
export function startPortal(data: unknown, url: URL, page: HostPage): StartedPortal {
  const { requests, brokenNatives } = page;
  const portal = createPortal(data, url, brokenNatives);
  const { config } = portal;
  setAddressFolder(config.addresses);
  // A frame with `sandbox`, or a page with that policy, has no origin. No list has it: no form opens there that could not be sent.
  if (window.origin === 'null') return { phone: config.contact.phone, siteRefused: Promise.resolve() };
  const siteRefused = new Promise<void>((resolve) => {
    const check = async () => {
      if (await findRefusal(config)) resolve();
    };
    if (requests.length) void check();
    else document.addEventListener('context-request', () => void check(), { once: true, capture: true });
  });
  providePortal(document.documentElement, portal, requests);
  return { phone: config.contact.phone, siteRefused };
}

/**
 * Asks the portal whether it knows the site of this page, and what time it is. Gives why nothing can be sent from here: the portal does
 * not know the site, or the policy of the page forbids requests to it. A portal that does not answer now may do so when the citizen
 * sends.
 */
export async function findRefusal({
  portal,
}: Config): Promise<'site-unknown' | 'portal-blocked' | undefined> {
  const url = new URL('/v1/site', portal);
  try {
    const response = await fetch(url);
    syncClock(response.headers);
    return ((await response.json()) as { known?: boolean }).known === false ? 'site-unknown' : undefined;
  } catch {
    const asked = import('./forbidden-request.ts').then(({ isForbidden }) => isForbidden(url));
    return (await asked.catch(() => false)) ? 'portal-blocked' : undefined;
  }
}

/**
 * Gives the portal to every widget below `host`, and to those that have asked already (`early`). Completes the sign-in where the portal
 * has just led back to this page. `ContextProvider` of Lit would also care for values that change, which costs bytes and never happens.
 */
export function providePortal(host: HTMLElement, portal: Portal, early: readonly Event[] = []): void {
  if (location.hash.includes('okno-state=')) portal.session.completeSignIn().catch(reportFailure);
  const onRequest = (event: Event) => {
    const request = event as ContextRequest;
    if (request.context !== portalContext) return;
    request.stopPropagation();
    request.callback(portal);
  };
  early.forEach(onRequest);
  host.addEventListener('context-request', onRequest);
}
