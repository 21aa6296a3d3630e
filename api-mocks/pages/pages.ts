import { Hono, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';

import type { ComplaintContext } from '../complaints/complaint-status.ts';
import type { EventContext } from '../events/events.ts';
import { limitBody } from '../http/body.ts';
import type { FaultsContext } from '../http/faults.ts';
import type { PortalUrlContext } from '../http/http-server.ts';
import { HttpProblem } from '../http/problem.ts';
import { casePages } from './case.ts';
import { caseListPage } from './case-list.ts';
import { citizensPage } from './citizens.ts';
import { complaintPages } from './complaints.ts';
import { faultPages } from './faults.ts';
import { outboxPage } from './outbox.ts';
import { servicePages } from './services.ts';
import { unsubscribePage } from './unsubscribe.ts';

/**
 * All pages at `/sandbox/`: the officials' side of the portal, and the faults. Only its own pages, and programs that are no
 * browsers, may change anything: a page of another site could otherwise make a visitor's browser do it.
 */
export const sandboxPages = (context: EventContext & ComplaintContext & FaultsContext & PortalUrlContext) =>
  new Hono()
    .use('/sandbox/*', refuseOtherHosts(context), limitBody, csrf(), refuseOtherOrigins)
    .get('/sandbox', (c) => c.redirect('/sandbox/'))
    .route('/', caseListPage(context))
    .route('/', casePages(context))
    .route('/', complaintPages(context))
    .route('/', outboxPage(context))
    .route('/', citizensPage())
    .route('/', servicePages(context))
    .route('/', faultPages(context))
    .route('/', unsubscribePage(context));

/** Names by which people reach a program on their own machine. */
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests under a name that is not the portal's. Else a page of any site whose name leads to this machine (DNS rebinding)
 * could read the officials' pages, as of its own origin.
 */
const refuseOtherHosts =
  (context: PortalUrlContext): MiddlewareHandler =>
  async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (!LOCAL_NAMES.includes(hostname) && hostname !== URL.parse(context.portalUrl)?.hostname)
      throw new HttpProblem('foreign-origin');
    await next();
  };

/**
 * Refuses requests of other sites that change something. Hono's `csrf` checks forms only; this checks JSON and `DELETE` too.
 */
const refuseOtherOrigins: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  if (c.req.method !== 'GET' && origin !== undefined && origin !== new URL(c.req.url).origin)
    throw new HttpProblem('foreign-origin');
  await next();
};
