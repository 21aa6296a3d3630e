import { Hono, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';

import type { ComplaintContext } from '../complaints/complaint-status.ts';
import type { EventContext } from '../events/events.ts';
import { limitBody } from '../http/body.ts';
import type { FaultsContext } from '../http/faults.ts';
import { HttpProblem } from '../http/problem.ts';
import { casePages } from './case.ts';
import { caseListPage } from './case-list.ts';
import { citizensPage } from './citizens.ts';
import { complaintPages } from './complaints.ts';
import { faultPages } from './faults.ts';
import { outboxPage } from './outbox.ts';
import { servicePages } from './services.ts';

/**
 * All pages at `/sandbox/`: the officials' side of the portal, and the faults. Only its own pages, and programs that are no
 * browsers, may change anything: a page of another site could otherwise make a visitor's browser do it.
 */
export const sandboxPages = (context: EventContext & ComplaintContext & FaultsContext) =>
  new Hono()
    .use('/sandbox/*', limitBody, csrf(), refuseOtherOrigins)
    .get('/sandbox', (c) => c.redirect('/sandbox/'))
    .route('/', caseListPage(context))
    .route('/', casePages(context))
    .route('/', complaintPages(context))
    .route('/', outboxPage(context))
    .route('/', citizensPage())
    .route('/', servicePages(context))
    .route('/', faultPages(context));

/**
 * Refuses requests of other sites that change something. Hono's `csrf` checks forms only; this checks JSON and `DELETE` too.
 */
const refuseOtherOrigins: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  if (c.req.method !== 'GET' && origin !== undefined && origin !== new URL(c.req.url).origin)
    throw new HttpProblem('foreign-origin');
  await next();
};
