import { createContext } from '@lit/context';

import type { Config } from './config.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { Session } from './session.ts';

/** What all widgets of a page share. Each resource of the portal is a module that takes it: `statusOf(portal, { number, code })`. */
export interface Portal {
  readonly config: Config;
  readonly session: Session;
  readonly retryBudget: RetryBudget;
}

export const portalContext = createContext<Portal>(Symbol('portal'));
