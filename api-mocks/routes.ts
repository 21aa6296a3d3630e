import { Hono, type Context } from 'hono';

import { writeOpenApi } from '../widgets/contract/openapi/openapi.ts';
import { appointmentHandlers } from './appointments/appointments.ts';
import { visitHandlers } from './appointments/case-visits.ts';
import { applicationReadHandlers } from './cases/applications.ts';
import { caseMessageHandlers } from './cases/messages.ts';
import { noticeHandlers } from './cases/notices.ts';
import { ratingHandlers } from './cases/ratings.ts';
import { receiptHandlers } from './cases/receipts.ts';
import { serviceHandlers } from './cases/services.ts';
import { stepUpHandlers } from './cases/step-ups.ts';
import { complaintHandlers } from './complaints/complaints.ts';
import type { PortalContext } from './context.ts';
import { draftHandlers } from './drafts/drafts.ts';
import { handOverHandlers } from './drafts/hand-overs.ts';
import { portalEventHandlers } from './events/events.ts';
import { notificationHandlers } from './events/notifications.ts';
import { tusHeaders } from './files/tus.ts';
import { uploadHandlers } from './files/uploads.ts';
import { apiRoutes } from './http/api.ts';
import { allowOrigins } from './http/cors.ts';
import { injectFaults } from './http/fault-effects.ts';
import type { Handlers } from './http/handlers.ts';
import { checkHealth } from './http/health.ts';
import { limitRequests } from './http/rate-limiter.ts';
import { logError, logRequests } from './http/log.ts';
import { writeMetrics } from './http/metrics.ts';
import { openApiRoute, addApiVersion } from './http/openapi.ts';
import { HttpProblem, problemResponse, toHttpProblem } from './http/problem.ts';
import { siteHandlers } from './http/sites.ts';
import { instantRequestHandlers } from './instant/instant.ts';
import { feedbackHandlers } from './feedback/feedback.ts';
import { sandboxPages } from './pages/pages.ts';
import { invoiceHandlers } from './payments/invoices.ts';
import { payPage } from './payments/pay-page.ts';
import { consentPages, consentHandlers } from './privacy/consents.ts';
import { erasureHandlers } from './privacy/erasure.ts';
import { readProofs } from './sign-in/proofs.ts';
import { sessionHandlers } from './sign-in/session-handlers.ts';
import { esiaRoutes } from './sign-in/esia/esia.ts';
import { newEsiaCredentials } from './sign-in/esia/provider.ts';
import { signInRoutes } from './sign-in/sign-in.ts';
import { applicationWriteHandlers } from './workflow/applications.ts';

/** The handler of each operation of the contract. */
const HANDLERS: Handlers<PortalContext> = {
  ...sessionHandlers,
  ...consentHandlers,
  ...erasureHandlers,
  ...siteHandlers,
  ...serviceHandlers,
  ...draftHandlers,
  ...handOverHandlers,
  ...uploadHandlers,
  ...applicationReadHandlers,
  ...applicationWriteHandlers,
  ...receiptHandlers,
  ...stepUpHandlers,
  ...caseMessageHandlers,
  ...invoiceHandlers,
  ...appointmentHandlers,
  ...visitHandlers,
  ...noticeHandlers,
  ...portalEventHandlers,
  ...notificationHandlers,
  ...ratingHandlers,
  ...complaintHandlers,
  ...feedbackHandlers,
  ...instantRequestHandlers,
};

/** Every response has these headers, unless it has set its own. */
const DEFAULT_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Makes the whole HTTP application: the API at `/v1`, the stand-in for ЕСИА, the sign-in window, the pages for people,
 * `/health` and `/metrics`.
 */
export function createApp(context: PortalContext): Hono {
  const app = new Hono();
  addMiddleware(app, context);
  app.route('/v1', apiRoutes(context, HANDLERS));
  const esiaCredentials = newEsiaCredentials();
  app.route('/esia', esiaRoutes(context, esiaCredentials));
  app.route('/sign-in', signInRoutes(context, esiaCredentials));
  app.route('/consents', consentPages);
  app.route('/pay', payPage(context));
  app.route('/', sandboxPages(context));
  app.get('/', (c) => c.redirect('/sandbox/'));
  app.get('/health', async (c) => {
    const state = await checkHealth(context, context.uploadFolder);
    return c.json(state, state.status === 'ok' ? 200 : 503);
  });
  app.get('/metrics', (c) => c.text(writeMetrics(context, context.streams.size)));
  app.notFound(() => {
    throw new HttpProblem('not-found');
  });
  app.onError((error, c) => handleError(context, error, c));
  return app;
}

/**
 * Adds what runs before the handlers, in this order. `/v1/openapi.json` is answered before CORS, limits and faults: it allows all
 * origins by itself, is not limited, and has no faults.
 */
function addMiddleware(app: Hono, context: PortalContext): void {
  app.use(logRequests(context), async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(DEFAULT_HEADERS))
      if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.use('/v1/*', addApiVersion);
  app.route(
    '/v1/openapi.json',
    openApiRoute(() => writeOpenApi(context.data.region)),
  );
  app.use('/v1/uploads/*', tusHeaders);
  // CORS comes first: only then can the page read the responses of those that follow, refusals and faults too.
  app.use('/v1/*', allowOrigins(context.allowedOrigins), limitRequests(context));
  app.use('/v1/*', readProofs(context), injectFaults(context));
  app.use('/sign-in/*', limitRequests(context), injectFaults(context));
  app.use('/pay/*', limitRequests(context));
}

/** Turns whatever was thrown into a response. Logs errors that nobody expected. */
function handleError(context: PortalContext, error: Error, c: Context): Response {
  const thrown = toHttpProblem(error);
  // An unexpected error becomes a `fault` here. A `fault` that `injectFaults` has thrown is a problem already, and is not logged.
  if (thrown.problem.type === 'fault' && thrown !== error) logError(context, error, c);
  return problemResponse(thrown);
}
