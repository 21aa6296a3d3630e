import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as v from 'valibot';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { readJson, wordsOnly } from './body.ts';
import type { Citizen } from '../sign-in/citizens.ts';
import { once } from './idempotency.ts';
import { countAccount } from './limits.ts';
import { Refusal, valid } from './problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { citizenOf } from '../sign-in/sessions.ts';

type Values<E> = E extends Record<string, v.GenericSchema> ? { [K in keyof E]: v.InferOutput<E[K]> } : object;

/** What a handler is given: everything is parsed by the schemas of its operation. */
export interface RequestOf<O extends Operation> {
  c: Context;
  params: Values<O['params']>;
  query: Values<O['query']>;
  headers: Values<O['headers']>;
  body: O extends { ownCheck: true }
    ? object
    : O['body'] extends v.GenericSchema
      ? v.InferOutput<O['body']>
      : undefined;
  /** Always there where only a citizen may ask. */
  citizen: O['access'] extends 'citizen' ? Citizen : Citizen | undefined;
}

type Reply<S, A> = { status: S; headers?: Record<string, string> } & (A extends {
  schema: infer B extends v.GenericSchema;
}
  ? { body: v.InferInput<B> }
  : { body?: never });
type Replies<A> = { [S in keyof A]: Reply<S, A[S]> }[keyof A];

/** Answers one operation. One that is done `once` is synchronous: what it stores and its answer are committed together. */
export type Handler<O extends Operation> = O extends { once: true }
  ? (request: RequestOf<O>) => Replies<O['answers']>
  : (request: RequestOf<O>) => Replies<O['answers']> | Response | Promise<Replies<O['answers']> | Response>;

/** Handlers of all operations of the contract. */
export type Handlers = { [K in keyof typeof API]: Handler<(typeof API)[K]> };

/** Handlers of one group of them: `HandlersOf<typeof COMPLAINTS>`. */
export type HandlersOf<O> = Pick<Handlers, keyof O & keyof Handlers>;

type AnyHandler = (request: RequestOf<Operation>) => Answered | Response | Promise<Answered | Response>;
interface Answered {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The routes below `/v1`, as the contract names them. */
export function api(sandbox: Sandbox, handlers: Handlers): Hono {
  const app = new Hono();
  for (const [id, operation] of Object.entries<Operation>(API)) {
    // The types hold each handler to its own operation; here all are alike.
    const handler = handlers[id as keyof Handlers] as unknown as AnyHandler;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    if (operation.body) app.use(path, wordsOnly);
    // Hono asks for a HEAD as for a GET, and leaves the body out.
    const isHead = operation.method === 'head';
    app.on(isHead ? 'GET' : operation.method.toUpperCase(), path, (c, next) =>
      isHead && c.req.method !== 'HEAD' ? next() : answer(sandbox, id, operation, handler, c),
    );
  }
  return app;
}

async function answer(sandbox: Sandbox, id: string, operation: Operation, handler: AnyHandler, c: Context) {
  const request = requestOf(sandbox, operation, c);
  const read = async () => (operation.body ? readJson(c) : { json: {}, canonical: '' });
  const handle = (json: object) =>
    handler({
      ...request,
      body: (operation.ownCheck ? json : operation.body && valid(operation.body, json)) as never,
    });
  // What only the citizen may do is done once for the citizen; who applied and was signed out since may send it again.
  const scope = operation.access === 'citizen' ? request.citizen?.id : undefined;
  const done = operation.once
    ? await once(sandbox, c, [id, c.req.path, scope ?? ''], read, (json) => handle(json) as Answered)
    : await handle((await read()).json);
  if (done instanceof Response) return done;
  const status = done.status as ContentfulStatusCode;
  return done.body === undefined
    ? c.body(null, status, done.headers)
    : c.json(done.body, status, done.headers);
}

function requestOf(sandbox: Sandbox, { access, params, query, headers }: Operation, c: Context) {
  const citizen = citizenOf(sandbox, c);
  if (citizen) countAccount(sandbox, c, citizen.id);
  if (access === 'citizen' && !citizen)
    throw new Refusal('signed-out', { headers: { 'WWW-Authenticate': 'Bearer' } });
  const path = v.safeParse(v.object(params ?? {}), c.req.param());
  if (!path.success) throw new Refusal('not-found');
  const given = Object.keys(headers ?? {}).map((name) => [name, c.req.header(name)] as const);
  return {
    c,
    citizen,
    params: path.output,
    // A key that nobody knows is a mistake: a filter left out in silence would show too much.
    query: valid(v.strictObject(query ?? {}), c.req.query(), '/query', 'malformed'),
    headers: valid(v.object(headers ?? {}), Object.fromEntries(given), '/headers', 'malformed'),
  };
}
