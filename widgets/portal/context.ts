import { createContext } from '@lit/context';

import type { Config } from './config.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { Session } from './session.ts';

/** What all widgets of a page share. The functions of this folder take it first: `getApplicationStatus(portal, { number, code })`. */
export interface Portal {
  readonly config: Config;
  readonly session: Session;
  readonly retryBudget: RetryBudget;
  /** Names of natives that libraries of the page have broken by now; empty on a clean page. */
  readonly brokenNatives: () => readonly string[];
}

/** The context through which `okno.js` gives the portal to every widget of the page. */
export const portalContext = createContext<Portal>(Symbol('portal'));
