import { Hono, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';

import { wordsOnly } from '../http/body.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { casePages } from './case.ts';
import { casesPage } from './cases.ts';
import { citizensPage } from './citizens.ts';
import { complaintPages } from './complaints.ts';
import { faultPages } from './faults.ts';
import { outboxPage } from './outbox.ts';
import { servicePages } from './services.ts';

/** Everything below `/sandbox/`: the officials' side of the portal, and what goes wrong with it. It takes orders only from its own pages, and from programs. */
export const pages = (sandbox: Sandbox) =>
  new Hono()
    .use('/sandbox/*', wordsOnly, csrf(), ownOrigin)
    .get('/sandbox', (c) => c.redirect('/sandbox/'))
    .route('/', casesPage(sandbox))
    .route('/', casePages(sandbox))
    .route('/', complaintPages(sandbox))
    .route('/', outboxPage(sandbox))
    .route('/', citizensPage())
    .route('/', servicePages(sandbox))
    .route('/', faultPages(sandbox));

/** `csrf` looks at forms only; JSON and `DELETE` need a preflight that nobody answers here, and this besides. */
const ownOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  if (c.req.method !== 'GET' && origin !== undefined && origin !== new URL(c.req.url).origin)
    throw new Refusal('foreign-origin');
  await next();
};
