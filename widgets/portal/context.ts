import { createContext } from '@lit/context';

import type { PortalClient } from './client.ts';
import type { Config } from './config.ts';
import type { Session } from './session.ts';

/** What all widgets of a page share. */
export interface Portal {
  readonly config: Config;
  readonly client: PortalClient;
  readonly session: Session;
}

export const portalContext = createContext<Portal>(Symbol('portal'));
