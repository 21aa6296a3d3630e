import type { Context } from 'hono';
import type * as v from 'valibot';

import type { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import type { Citizen, CitizenSession } from './identity.ts';

/** The values that a record of schemas gives: `{ id: UuidSchema }` gives `{ id: string }`. */
type ParsedEntries<E> =
  E extends Record<string, v.GenericSchema> ? { [K in keyof E]: v.InferOutput<E[K]> } : object;

/** What a handler gets. All of it is parsed by the schemas of the operation. */
interface OperationRequest<O extends Operation> {
  /** Hono's context, for what the contract does not describe. */
  c: Context;
  params: ParsedEntries<O['params']>;
  query: ParsedEntries<O['query']>;
  headers: ParsedEntries<O['headers']>;
  body: O extends { isCheckedByHandler: true }
    ? object
    : O['body'] extends v.GenericSchema
      ? v.InferOutput<O['body']>
      : undefined;
  /** Who has signed in. Never `undefined` in an operation for citizens: others have been refused before. */
  citizen: O['access'] extends 'citizen' ? Citizen : Citizen | undefined;
  /** Her session. `undefined` whenever `citizen` is. */
  session: O['access'] extends 'citizen' ? CitizenSession : CitizenSession | undefined;
}

/** One status `S` that an operation declares, with a body if the contract gives it a schema. */
type HandlerResponse<S, A> = { status: S; headers?: Record<string, string> } & (A extends {
  schema: infer B extends v.GenericSchema;
}
  ? { body: v.InferInput<B> }
  : { body?: never });
/** Any of the responses that an operation declares. */
type HandlerResponses<A> = { [S in keyof A]: HandlerResponse<S, A[S]> }[keyof A];

/**
 * A function that does one operation. It takes what it needs from the portal's context, and throws an `HttpProblem` to
 * refuse.
 *
 * A handler of an operation with a `keyName` is synchronous: `runIdempotent` commits what it stores and its response
 * in one transaction.
 */
type Handler<O extends Operation, NeededContext> = O extends { keyName: string }
  ? (request: OperationRequest<O>, context: NeededContext) => HandlerResponses<O['responses']>
  : (
      request: OperationRequest<O>,
      context: NeededContext,
    ) => HandlerResponses<O['responses']> | Response | Promise<HandlerResponses<O['responses']> | Response>;

/** A handler for each operation of the contract, by the operation's id. */
export type Handlers<NeededContext> = { [K in keyof typeof API]: Handler<(typeof API)[K], NeededContext> };

/** Handlers of one group of operations: `HandlersOf<typeof COMPLAINT_OPERATIONS, ComplaintContext>`. */
export type HandlersOf<Group, NeededContext> = Pick<Handlers<NeededContext>, keyof Group & keyof typeof API>;

/** What any handler gives: the types above hold each one to the responses of its own operation. */
export interface HandlerResult {
  /** Status of the response. */
  status: number;
  /** Goes out as JSON; without it the response is empty. */
  body?: unknown;
  /** Headers of the response. */
  headers?: Record<string, string>;
}

/** Any handler, for code that treats all operations alike. */
export type AnyHandler<NeededContext> = (
  request: OperationRequest<Operation>,
  context: NeededContext,
) => HandlerResult | Response | Promise<HandlerResult | Response>;
