import * as v from 'valibot';

import { ProblemSchema, type Problem } from '../contract/problems/schemas.ts';
import { attempt, pause, type Reply, type Try } from './attempt.ts';
import { hearTime, waitFor } from './clock.ts';
import { OfflineError, PortalError } from './errors.ts';
import type { RetryBudget } from './retry-budget.ts';
import { MOMENTARY, MOST_WAIT, PASSING, RETRIES, pauseBefore } from './retry-rules.ts';

/** Who has signed in, as far as a request has to know it. */
export interface TokenSource {
  /** The access token; `undefined` when nobody has signed in, or its time is over. */
  readonly token: string | undefined;
  /** The token that a request bears, renewed before its time is over. */
  bearer(): Promise<string | undefined>;
  /** Asks for new tokens. False when the session is over. */
  renew(): Promise<boolean>;
}

/** What a request needs of the portal. */
export interface Connection {
  readonly config: { readonly portal: URL };
  readonly session: TokenSource;
  readonly retries: RetryBudget;
}

interface Call<S extends v.GenericSchema> extends Try {
  url: URL;
  /** What the answer has to be. */
  schema: S;
  /** Whether sending it again cannot do it twice; true unless said. */
  repeatable?: boolean;
  /** Goes without the session: it is what makes one. */
  anonymous?: true;
}

/** An answer of the portal, or a static file beside `okno.js`. One that is not as its schema says is a `PortalError`. */
export async function read<S extends v.GenericSchema>(
  connection: Connection,
  call: Call<S>,
): Promise<v.InferOutput<S>> {
  return parse(call.schema, await request(connection, call));
}

/** The same, where there may be no such thing: `undefined` then. */
export async function find<S extends v.GenericSchema>(
  connection: Connection,
  call: Call<S>,
): Promise<v.InferOutput<S> | undefined> {
  try {
    return await read(connection, call);
  } catch (error) {
    if (error instanceof PortalError && error.status === 404) return undefined;
    throw error;
  }
}

async function request(
  { config, session, retries }: Connection,
  { url, repeatable = true, anonymous, ...call }: Omit<Call<v.GenericSchema>, 'schema'>,
): Promise<Reply> {
  const isPortal = url.origin === config.portal.origin;
  retries.earn();
  for (let tries = 0; ; tries++) {
    const token = isPortal && !anonymous ? await session.bearer() : undefined;
    const reply = await attempt(url, call, token).catch((cause: unknown) => {
      if (call.signal?.aborted) throw cause;
      return new OfflineError('The portal did not answer', { cause });
    });
    const isOffline = reply instanceof OfflineError;
    if (!isOffline && isPortal) hearTime(reply.headers);
    if (!isOffline && reply.ok) return reply;
    const problem = isOffline ? undefined : problemIn(reply);
    if (problem?.type === 'signed-out' && token !== undefined && tries <= RETRIES) {
      // The call goes on with a new token, or as of one who has not signed in. Another call may have seen to it.
      if (session.token === token) await session.renew();
      continue;
    }
    const isPassing = isOffline || PASSING.includes(reply.status) || MOMENTARY.includes(problem?.type ?? '');
    const wait = isOffline ? 0 : waitFor(reply.headers);
    if (!(repeatable && isPassing && tries < RETRIES && wait <= MOST_WAIT && retries.spend()))
      throw isOffline ? reply : new PortalError(reply.status, problem);
    await pause(Math.max(wait, pauseBefore(tries)), call.signal);
  }
}

/** The problem that a reply carries, where it carries one. */
export function problemIn(reply: Reply): Problem | undefined {
  if (!reply.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined;
  try {
    return parse(ProblemSchema, reply);
  } catch {
    return undefined;
  }
}

function parse<S extends v.GenericSchema>(schema: S, { status, text }: Reply): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    throw new PortalError(status, undefined, { cause: error });
  }
}
