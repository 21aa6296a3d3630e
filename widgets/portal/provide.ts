import { parseConfig } from './config.ts';
import { portalContext, type Portal } from './context.ts';
import { reportFailure } from './errors.ts';
import { RetryBudget } from './retry-budget.ts';
import { Session } from './session.ts';

/**
 * Makes the portal from the content of `okno.json`. Throws a `TypeError` where something is missing in it. `brokenNatives` finds what
 * libraries of the page have broken.
 */
export function createPortal(data: unknown, url: URL, brokenNatives = (): readonly string[] => []): Portal {
  const config = parseConfig(data, url);
  const retryBudget = new RetryBudget();
  return { config, session: new Session(config, retryBudget), retryBudget, brokenNatives };
}

/** The event by which an element asks for a context (Context Community Protocol). */
type ContextRequest = Event & { context: unknown; callback: (value: unknown) => void };

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
