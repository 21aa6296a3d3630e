import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { limitBody, readJson } from './body.ts';
import { once, type InFlightContext } from './idempotency.ts';
import type { Citizen, IdentityContext, Session } from './identity.ts';
import { countRequest, type LimitsContext } from './limits.ts';
import { Refusal, valid } from './problem.ts';

type Values<E> = E extends Record<string, v.GenericSchema> ? { [K in keyof E]: v.InferOutput<E[K]> } : object;

/** What a handler is given: everything is parsed by the schemas of its operation. */
interface RequestOf<O extends Operation> {
  c: Context;
  params: Values<O['params']>;
  query: Values<O['query']>;
  headers: Values<O['headers']>;
  body: O extends { ownCheck: true }
    ? object
    : O['body'] extends v.GenericSchema
      ? v.InferOutput<O['body']>
      : undefined;
  /** Both are always there where only a citizen may ask. */
  citizen: O['access'] extends 'citizen' ? Citizen : Citizen | undefined;
  session: O['access'] extends 'citizen' ? Session : Session | undefined;
}

type Reply<S, A> = { status: S; headers?: Record<string, string> } & (A extends {
  schema: infer B extends v.GenericSchema;
}
  ? { body: v.InferInput<B> }
  : { body?: never });
type Replies<A> = { [S in keyof A]: Reply<S, A[S]> }[keyof A];

/**
 * Answers one operation with what it takes from the portal's context. One that is done `once` is synchronous: what it stores and
 * its answer are committed together.
 */
type Handler<O extends Operation, Portal> = O extends { once: true }
  ? (request: RequestOf<O>, context: Portal) => Replies<O['answers']>
  : (
      request: RequestOf<O>,
      context: Portal,
    ) => Replies<O['answers']> | Response | Promise<Replies<O['answers']> | Response>;

/** Handlers of all operations of the contract. */
export type Handlers<Portal> = { [K in keyof typeof API]: Handler<(typeof API)[K], Portal> };

/** Handlers of one group of them: `HandlersOf<typeof COMPLAINTS, ComplaintContext>`. */
export type HandlersOf<Group, Portal> = Pick<Handlers<Portal>, keyof Group & keyof typeof API>;

interface Answered {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}
type AnyHandler<Portal> = (
  request: RequestOf<Operation>,
  context: Portal,
) => Answered | Response | Promise<Answered | Response>;

/** One operation with its handler. */
interface Route<Portal> {
  id: string;
  operation: Operation;
  handler: AnyHandler<Portal>;
  context: Portal;
}

type ApiContext = DatabaseContext & WallClockContext & InFlightContext & IdentityContext & LimitsContext;

/** The routes below `/v1`, as the contract names them. */
export function api<Portal extends ApiContext>(context: Portal, handlers: Handlers<Portal>): Hono {
  const app = new Hono();
  for (const [id, operation] of Object.entries<Operation>(API)) {
    // The types hold each handler to its own operation; here all are alike.
    const handler = handlers[id as keyof Handlers<Portal>] as unknown as AnyHandler<Portal>;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    if (operation.body) app.use(path, limitBody);
    // Hono asks for a HEAD as for a GET, and leaves the body out.
    const isHead = operation.method === 'head';
    app.on(isHead ? 'GET' : operation.method.toUpperCase(), path, (c, next) =>
      isHead && c.req.method !== 'HEAD' ? next() : answerOperation({ id, operation, handler, context }, c),
    );
  }
  return app;
}

async function answerOperation<Portal extends ApiContext>(
  route: Route<Portal>,
  c: Context,
): Promise<Response> {
  const { id, operation, handler, context } = route;
  const request = readRequest(context, operation, c);
  const read = async () => (operation.body ? readJson(c) : { json: {}, canonical: '' });
  const handle = (json: object) => {
    const body = operation.ownCheck ? json : operation.body && valid(operation.body, json);
    return handler({ ...request, body: body as never }, context);
  };
  // What only the citizen may do is done once for the citizen; who applied and was signed out since may send it again.
  const owner = operation.access === 'citizen' ? request.citizen?.id : undefined;
  const done = operation.once
    ? await once(context, c, {
        scope: [id, c.req.path, owner ?? ''],
        read,
        work: (json) => handle(json) as Answered,
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
  const session = context.identify(c);
  if (session) countRequest(context, c, { who: 'account', name: session.citizen.id });
  if (access === 'citizen' && !session)
    throw new Refusal('signed-out', { headers: { 'WWW-Authenticate': 'Bearer' } });
  const path = v.safeParse(v.object(params ?? {}), c.req.param());
  if (!path.success) throw new Refusal('not-found');
  const given = Object.keys(headers ?? {}).map((name) => [name, c.req.header(name)] as const);
  return {
    c,
    session,
    citizen: session?.citizen,
    params: path.output,
    // A key that nobody knows is a mistake: a filter left out in silence would show too much.
    query: valid(v.strictObject(query ?? {}), c.req.query(), { at: '/query', type: 'malformed' }),
    headers: valid(v.object(headers ?? {}), Object.fromEntries(given), { at: '/headers', type: 'malformed' }),
  };
}
