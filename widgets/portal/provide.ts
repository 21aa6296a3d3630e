import { ContextProvider } from '@lit/context';

import { PortalClient } from './client.ts';
import { parseConfig } from './config.ts';
import { portalContext, type Portal } from './context.ts';
import { Session } from './session.ts';

/** The portal that `okno.json` names. */
export function createPortal(data: unknown, url: URL): Portal {
  const config = parseConfig(data, url);
  const session = new Session(config.portal);
  return { config, session, client: new PortalClient(config, session) };
}

/** Gives the portal to every widget below `host`. */
export function providePortal(host: HTMLElement, portal: Portal): void {
  new ContextProvider(host, { context: portalContext, initialValue: portal }).hostConnected();
}
