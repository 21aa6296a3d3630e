import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { limitBody, readJson } from './body.ts';
import { runIdempotent, type InFlightContext } from './idempotency.ts';
import type { Citizen, IdentityContext, CitizenSession } from './identity.ts';
import { countRequest, type RateLimitContext } from './rate-limiter.ts';
import { HttpProblem, parseRequestPart } from './problem.ts';

type ParsedEntries<E> =
  E extends Record<string, v.GenericSchema> ? { [K in keyof E]: v.InferOutput<E[K]> } : object;

/** What a handler is given: everything is parsed by the schemas of its operation. */
interface OperationRequest<O extends Operation> {
  c: Context;
  params: ParsedEntries<O['params']>;
  query: ParsedEntries<O['query']>;
  headers: ParsedEntries<O['headers']>;
  body: O extends { isCheckedByHandler: true }
    ? object
    : O['body'] extends v.GenericSchema
      ? v.InferOutput<O['body']>
      : undefined;
  /** Both are always there where only a citizen may ask. */
  citizen: O['access'] extends 'citizen' ? Citizen : Citizen | undefined;
  session: O['access'] extends 'citizen' ? CitizenSession : CitizenSession | undefined;
}

type HandlerResponse<S, A> = { status: S; headers?: Record<string, string> } & (A extends {
  schema: infer B extends v.GenericSchema;
}
  ? { body: v.InferInput<B> }
  : { body?: never });
type HandlerResponses<A> = { [S in keyof A]: HandlerResponse<S, A[S]> }[keyof A];

/**
 * Answers one operation with what it takes from the portal's context. One that needs an `Idempotency-Key` is synchronous: what it stores and
 * its answer are committed together.
 */
type Handler<O extends Operation, NeededContext> = O extends { needsIdempotencyKey: true }
  ? (request: OperationRequest<O>, context: NeededContext) => HandlerResponses<O['responses']>
  : (
      request: OperationRequest<O>,
      context: NeededContext,
    ) => HandlerResponses<O['responses']> | Response | Promise<HandlerResponses<O['responses']> | Response>;

/** Handlers of all operations of the contract. */
export type Handlers<NeededContext> = { [K in keyof typeof API]: Handler<(typeof API)[K], NeededContext> };

/** Handlers of one group of them: `HandlersOf<typeof COMPLAINTS, ComplaintContext>`. */
export type HandlersOf<Group, NeededContext> = Pick<Handlers<NeededContext>, keyof Group & keyof typeof API>;

interface HandlerResult {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}
type AnyHandler<NeededContext> = (
  request: OperationRequest<Operation>,
  context: NeededContext,
) => HandlerResult | Response | Promise<HandlerResult | Response>;

/** One operation with its handler. */
interface Route<NeededContext> {
  id: string;
  operation: Operation;
  handler: AnyHandler<NeededContext>;
  context: NeededContext;
}

type ApiContext = DatabaseContext & WallClockContext & InFlightContext & IdentityContext & RateLimitContext;

/** The routes below `/v1`, as the contract names them. */
export function apiRoutes<NeededContext extends ApiContext>(
  context: NeededContext,
  handlers: Handlers<NeededContext>,
): Hono {
  const app = new Hono();
  for (const [id, operation] of Object.entries<Operation>(API)) {
    // The types hold each handler to its own operation; here all are alike.
    const handler = handlers[id as keyof Handlers<NeededContext>] as unknown as AnyHandler<NeededContext>;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    if (operation.body) app.use(path, limitBody);
    // Hono asks for a HEAD as for a GET, and leaves the body out.
    const isHead = operation.method === 'head';
    app.on(isHead ? 'GET' : operation.method.toUpperCase(), path, (c, next) =>
      isHead && c.req.method !== 'HEAD' ? next() : handleOperation({ id, operation, handler, context }, c),
    );
  }
  return app;
}

async function handleOperation<NeededContext extends ApiContext>(
  route: Route<NeededContext>,
  c: Context,
): Promise<Response> {
  const { id, operation, handler, context } = route;
  const request = readRequest(context, operation, c);
  const read = async () => (operation.body ? readJson(c) : { json: {}, canonical: '' });
  const handle = (json: object) => {
    const body = operation.isCheckedByHandler
      ? json
      : operation.body && parseRequestPart(operation.body, json);
    return handler({ ...request, body: body as never }, context);
  };
  // What only the citizen may do is done once for the citizen; who applied and was signed out since may send it again.
  const owner = operation.access === 'citizen' ? request.citizen?.id : undefined;
  const done = operation.needsIdempotencyKey
    ? await runIdempotent(context, c, {
        scope: [id, c.req.path, owner ?? ''],
        read,
        work: (json) => handle(json) as HandlerResult,
      })
    : await handle((await read()).json);
  if (done instanceof Response) return done;
  const status = done.status as ContentfulStatusCode;
  return done.body === undefined
    ? c.body(null, status, done.headers)
    : c.json(done.body, status, done.headers);
}

/** All of a request but its body. Refuses who may not ask, and what the contract does not know. */
function readRequest(context: ApiContext, operation: Operation, c: Context) {
  const { access, params, query, headers } = operation;
  const session = context.findSession(c);
  if (session) countRequest(context, c, { who: 'account', name: session.citizen.id });
  if (access === 'citizen' && !session)
    throw new HttpProblem('signed-out', { headers: { 'WWW-Authenticate': 'Bearer' } });
  const path = v.safeParse(v.object(params ?? {}), c.req.param());
  if (!path.success) throw new HttpProblem('not-found');
  const given = Object.keys(headers ?? {}).map((name) => [name, c.req.header(name)] as const);
  return {
    c,
    session,
    citizen: session?.citizen,
    params: path.output,
    // A key that nobody knows is a mistake: a filter left out in silence would show too much.
    query: parseRequestPart(v.strictObject(query ?? {}), c.req.query(), { at: '/query', type: 'malformed' }),
    headers: parseRequestPart(v.object(headers ?? {}), Object.fromEntries(given), {
      at: '/headers',
      type: 'malformed',
    }),
  };
}
