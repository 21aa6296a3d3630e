import { ContextProvider } from '@lit/context';

import { parseConfig } from './config.ts';
import { portalContext, type Portal } from './context.ts';
import { failureOf } from './errors.ts';
import { RetryBudget } from './retry-budget.ts';
import { Session } from './session.ts';

/** The portal that `okno.json` names. */
export function createPortal(data: unknown, url: URL): Portal {
  const config = parseConfig(data, url);
  const retries = new RetryBudget();
  return { config, session: new Session(config, retries), retries };
}

/** Gives the portal to every widget below `host`. Where sign-in has led back to this page, it is finished. */
export function providePortal(host: HTMLElement, portal: Portal): void {
  if (location.hash.includes('okno-state=')) portal.session.comeBack().catch(failureOf);
  new ContextProvider(host, { context: portalContext, initialValue: portal }).hostConnected();
}
