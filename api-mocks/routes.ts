import { Hono, type Context } from 'hono';

import { openApi } from '../widgets/contract/openapi/openapi.ts';
import { appointments } from './appointments/appointments.ts';
import { applications } from './cases/applications.ts';
import { messages } from './cases/messages.ts';
import { ratings } from './cases/ratings.ts';
import { services } from './cases/services.ts';
import { complaints } from './complaints/complaints.ts';
import type { PortalContext } from './context.ts';
import { drafts } from './drafts/drafts.ts';
import { handOvers } from './drafts/hand-overs.ts';
import { events } from './events/events.ts';
import { notifications } from './events/notifications.ts';
import { tusHeaders } from './files/tus.ts';
import { uploads } from './files/uploads.ts';
import { api, type Handlers } from './http/api.ts';
import { listedOrigins } from './http/cors.ts';
import { withFaults } from './http/fault-effects.ts';
import { health } from './http/health.ts';
import { limitRequests } from './http/limits.ts';
import { logFault, logRequests } from './http/log.ts';
import { metricsText } from './http/metrics.ts';
import { contractRoute, versioned } from './http/openapi.ts';
import { Refusal, problemResponse, refusalOf } from './http/problem.ts';
import { instant } from './instant/instant.ts';
import { feedback } from './opinions/feedback.ts';
import { pages } from './pages/pages.ts';
import { invoices } from './payments/invoices.ts';
import { payPage } from './payments/pay-page.ts';
import { consentPages, consents } from './privacy/consents.ts';
import { erasure } from './privacy/erasure.ts';
import { account } from './sign-in/account.ts';
import { esia } from './sign-in/esia/esia.ts';
import { newPortalClient } from './sign-in/esia/provider.ts';
import { signIn } from './sign-in/sign-in.ts';
import { applicationMoves } from './workflow/applications.ts';

/** Who answers each operation of the contract. */
const HANDLERS: Handlers<PortalContext> = {
  ...account,
  ...consents,
  ...erasure,
  ...services,
  ...drafts,
  ...handOvers,
  ...uploads,
  ...applications,
  ...applicationMoves,
  ...messages,
  ...invoices,
  ...appointments,
  ...events,
  ...notifications,
  ...ratings,
  ...complaints,
  ...feedback,
  ...instant,
};

/** Every answer has these, where it has no others of its own. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Everything that the portal answers. */
export function routes(context: PortalContext): Hono {
  const app = new Hono();
  addGates(app, context);
  app.route('/v1', api(context, HANDLERS));
  const client = newPortalClient();
  app.route('/esia', esia(context, client));
  app.route('/sign-in', signIn(context, client));
  app.route('/consents', consentPages);
  app.route('/pay', payPage(context));
  app.route('/', pages(context));
  app.get('/', (c) => c.redirect('/sandbox/'));
  app.get('/health', async (c) => {
    const state = await health(context, context.uploads);
    return c.json(state, state.status === 'ok' ? 200 : 503);
  });
  app.get('/metrics', (c) => c.text(metricsText(context, context.streams.size)));
  app.notFound(() => {
    throw new Refusal('not-found');
  });
  app.onError((error, c) => answerError(context, error, c));
  return app;
}

/** What stands before the handlers, in the order in which it runs. */
function addGates(app: Hono, context: PortalContext): void {
  app.use(logRequests(context), async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.use('/v1/*', versioned);
  app.route(
    '/v1/openapi.json',
    contractRoute(() => openApi(context.data.region)),
  );
  app.use('/v1/uploads/*', tusHeaders);
  // First who may ask at all: a page can read what is refused or goes wrong behind this, as it can in life.
  app.use('/v1/*', listedOrigins(context.origins), limitRequests(context), withFaults(context));
  app.use('/sign-in/*', limitRequests(context), withFaults(context));
  app.use('/pay/*', limitRequests(context));
}

function answerError(context: PortalContext, error: Error, c: Context): Response {
  const refusal = refusalOf(error);
  if (refusal.problem.type === 'fault' && refusal !== error) logFault(context, error, c);
  return problemResponse(refusal);
}
