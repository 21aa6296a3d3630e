import { parseConfig } from './config.ts';
import { portalContext, type Portal } from './context.ts';
import { reportFailure } from './errors.ts';
import { RetryBudget } from './retry-budget.ts';
import { Session } from './session.ts';

/** The portal that `okno.json` names. */
export function createPortal(data: unknown, url: URL): Portal {
  const config = parseConfig(data, url);
  const retries = new RetryBudget();
  return { config, session: new Session(config, retries), retryBudget: retries };
}

/** What an element asks its page for (Context Community Protocol). */
type ContextRequest = Event & { context: unknown; callback: (value: unknown) => void };

/**
 * Gives the portal to every widget below `host`, and to those that have asked before (`early`). Where sign-in has led back to this
 * page, it is finished. A `ContextProvider` is not needed: its care for values that change is bytes in every widget.
 */
export function providePortal(host: HTMLElement, portal: Portal, early: readonly Event[] = []): void {
  if (location.hash.includes('okno-state=')) portal.session.completeSignIn().catch(reportFailure);
  const answer = (event: Event) => {
    const request = event as ContextRequest;
    if (request.context !== portalContext) return;
    request.stopPropagation();
    request.callback(portal);
  };
  early.forEach(answer);
  host.addEventListener('context-request', answer);
}
