import { ContextProvider } from '@lit/context';

import { parseConfig } from './config.ts';
import { portalContext, type Portal } from './context.ts';
import { RetryBudget } from './retry-budget.ts';
import { Session } from './session.ts';

/** The portal that `okno.json` names. */
export function createPortal(data: unknown, url: URL): Portal {
  const config = parseConfig(data, url);
  return { config, session: new Session(config.portal), retries: new RetryBudget() };
}

/** Gives the portal to every widget below `host`. */
export function providePortal(host: HTMLElement, portal: Portal): void {
  new ContextProvider(host, { context: portalContext, initialValue: portal }).hostConnected();
}
