import { Hono } from 'hono';

import { account } from './sign-in/account.ts';
import { api } from './http/api.ts';
import { applications } from './cases/applications.ts';
import { appointments } from './appointments/appointments.ts';
import { complaints } from './complaints/complaints.ts';
import { listedOrigins } from './http/cors.ts';
import { consentPages, consents } from './privacy/consents.ts';
import { drafts } from './drafts/drafts.ts';
import { erasure } from './privacy/erasure.ts';
import { esia } from './sign-in/esia/esia.ts';
import { newPortalClient } from './sign-in/esia/provider.ts';
import { events } from './events/events.ts';
import { feedback } from './opinions/feedback.ts';
import { health } from './http/health.ts';
import { instant } from './instant/instant.ts';
import { invoices } from './payments/invoices.ts';
import { limited } from './http/limits.ts';
import { logFault, observed } from './http/log.ts';
import { messages } from './cases/messages.ts';
import { metricsText } from './http/metrics.ts';
import { contract, versioned } from './http/openapi.ts';
import { pages } from './pages/pages.ts';
import { payPage } from './payments/pay-page.ts';
import { Refusal, problemResponse, refusalOf } from './http/problem.ts';
import { ratings } from './cases/ratings.ts';
import type { Sandbox } from './sandbox.ts';
import { services } from './cases/services.ts';
import { signIn } from './sign-in/sign-in.ts';
import { faulty } from './http/fault-effects.ts';
import { tusHeaders } from './files/tus.ts';
import { uploads } from './files/uploads.ts';

/** Every answer has these, where it has no others of its own. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Everything that the portal answers. What stands before the handlers runs in this order. */
export function createApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.use(observed(sandbox), async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.use('/v1/*', versioned);
  app.route('/v1/openapi.json', contract(sandbox.data));
  app.use('/v1/uploads/*', tusHeaders);
  // First who may ask at all: a page can read what is refused or goes wrong behind this, as it can in life.
  app.use('/v1/*', listedOrigins(sandbox.origins), limited(sandbox), faulty(sandbox));
  app.use('/sign-in/*', limited(sandbox), faulty(sandbox));
  app.use('/pay/*', limited(sandbox));
  app.route(
    '/v1',
    api(sandbox, {
      ...account(sandbox),
      ...consents(sandbox),
      ...erasure(sandbox),
      ...services(sandbox),
      ...drafts(sandbox),
      ...uploads(sandbox),
      ...applications(sandbox),
      ...messages(sandbox),
      ...invoices(sandbox),
      ...appointments(sandbox),
      ...events(sandbox),
      ...ratings(sandbox),
      ...complaints(sandbox),
      ...feedback(sandbox),
      ...instant(sandbox),
    }),
  );
  const client = newPortalClient();
  app.route('/esia', esia(sandbox, client));
  app.route('/sign-in', signIn(sandbox, client));
  app.route('/consents', consentPages);
  app.route('/pay', payPage(sandbox));
  app.route('/', pages(sandbox));
  app.get('/', (c) => c.redirect('/sandbox/'));
  app.get('/health', async (c) => {
    const state = await health(sandbox);
    return c.json(state, state.status === 'ok' ? 200 : 503);
  });
  app.get('/metrics', (c) => c.text(metricsText(sandbox)));
  app.notFound(() => {
    throw new Refusal('not-found');
  });
  app.onError((error, c) => {
    const refusal = refusalOf(error);
    if (refusal.problem.type === 'fault' && refusal !== error) logFault(sandbox, error, c);
    return problemResponse(refusal);
  });
  return app;
}
