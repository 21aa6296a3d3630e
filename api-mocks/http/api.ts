import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { limitBody, readJson } from './body.ts';
import type { AnyHandler, HandlerResult, Handlers } from './handlers.ts';
import { runIdempotent, type InFlightContext } from './idempotency.ts';
import type { IdentityContext } from './identity.ts';
import { countRequest, type RateLimitContext } from './rate-limiter.ts';
import { HttpProblem, parseRequestPart } from './problem.ts';

/** One operation with its handler. */
interface Route<NeededContext> {
  id: string;
  operation: Operation;
  handler: AnyHandler<NeededContext>;
  context: NeededContext;
}

type ApiContext = DatabaseContext & WallClockContext & InFlightContext & IdentityContext & RateLimitContext;

/** Makes a route below `/v1` for each operation of the contract. `handlers` does the work. */
export function apiRoutes<NeededContext extends ApiContext>(
  context: NeededContext,
  handlers: Handlers<NeededContext>,
): Hono {
  const app = new Hono();
  for (const [id, operation] of Object.entries<Operation>(API)) {
    // The type of `Handlers` has checked each handler against its own operation. From here on all are alike.
    const handler = handlers[id as keyof Handlers<NeededContext>] as unknown as AnyHandler<NeededContext>;
    // The contract writes `/drafts/{id}`, Hono `/drafts/:id`.
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    if (operation.body) app.use(path, limitBody);
    // Hono runs the routes of GET for a HEAD request, and leaves the body out.
    const isHead = operation.method === 'head';
    app.on(isHead ? 'GET' : operation.method.toUpperCase(), path, (c, next) =>
      isHead && c.req.method !== 'HEAD' ? next() : handleOperation({ id, operation, handler, context }, c),
    );
  }
  return app;
}

/** Runs one operation: parses the request, runs the handler, once for each `Idempotency-Key` if it needs one, writes JSON. */
async function handleOperation<NeededContext extends ApiContext>(
  route: Route<NeededContext>,
  c: Context,
): Promise<Response> {
  const { id, operation, handler, context } = route;
  const request = readRequest(context, operation, c);
  const readBody = async () => (operation.body ? readJson(c) : { json: {}, canonical: '' });
  const handle = (json: object) => {
    const body = operation.isCheckedByHandler
      ? json
      : operation.body && parseRequestPart(operation.body, json);
    return handler({ ...request, body: body as never }, context);
  };
  const result =
    operation.keyName !== undefined
      ? await runIdempotent(context, c, {
          id,
          operation,
          owner: keyOwnerOf(operation, request),
          readBody,
          work: (json) => handle(json) as HandlerResult,
        })
      : await handle((await readBody()).json);
  if (result instanceof Response) return result;
  const status = result.status as ContentfulStatusCode;
  return result.body === undefined
    ? c.body(null, status, result.headers)
    : c.json(result.body, status, result.headers);
}

/**
 * Whom an `Idempotency-Key` belongs to. Keys of an operation for citizens belong to the citizen, those of an operation for the
 * applicant of a case to her or to who has its code. Keys of other operations belong to nobody: an application that was sent signed in
 * may be sent again when the session has ended, and gets the same response.
 */
function keyOwnerOf({ access }: Operation, { citizen, headers }: ReturnType<typeof readRequest>): string {
  if (access === 'anybody') return '';
  const code = access === 'applicant' ? headers['Okno-Case-Code'] : undefined;
  return typeof code === 'string' ? `code ${code}` : (citizen?.id ?? '');
}

/**
 * Reads all of a request except its body. Counts it for the citizen's account. Throws 429 `too-many-tries` if the account has no
 * request left, 401 `signed-out` if the operation is not for anybody and nobody is signed in or has a code, 404 `not-found` for a path parameter
 * that its schema refuses, 400 `malformed` for a query or header that the contract does not allow.
 */
function readRequest(context: ApiContext, operation: Operation, c: Context) {
  const { access, params, query, headers } = operation;
  const session = context.findSession(c);
  if (session) countRequest(context, c, { limitedBy: 'account', id: session.citizen.id });
  const isKnown = session ?? (access === 'applicant' && c.req.header('Okno-Case-Code') !== undefined);
  if (access !== 'anybody' && !isKnown)
    throw new HttpProblem('signed-out', { headers: { 'WWW-Authenticate': 'DPoP algs="ES256"' } });
  const path = v.safeParse(v.object(params ?? {}), c.req.param());
  if (!path.success) throw new HttpProblem('not-found');
  const sentHeaders = Object.keys(headers ?? {}).map((name) => [name, c.req.header(name)] as const);
  return {
    c,
    session,
    citizen: session?.citizen,
    params: path.output,
    // An unknown key is a mistake. If it were ignored, a misspelt filter would show the whole list.
    query: parseRequestPart(v.strictObject(query ?? {}), c.req.query(), { at: '/query', type: 'malformed' }),
    headers: parseRequestPart(v.object(headers ?? {}), Object.fromEntries(sentHeaders), {
      at: '/headers',
      type: 'malformed',
    }),
  };
}
