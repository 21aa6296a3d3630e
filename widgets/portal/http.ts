import * as v from 'valibot';

import { ProblemSchema, type Problem } from '../contract/problems/schemas.ts';
import { fetchOnce, delay, type TextResponse, type FetchOptions } from './fetch-once.ts';
import { syncClock, retryAfterMs } from './clock.ts';
import { OfflineError, PortalError } from './errors.ts';
import type { RetryBudget } from './retry-budget.ts';
import {
  RETRYABLE_PROBLEMS,
  MAX_RETRY_WAIT,
  RETRYABLE_STATUSES,
  MAX_RETRIES,
  retryDelay,
} from './retry-rules.ts';

/** Who has signed in, as far as a request has to know it. */
export interface TokenSource {
  /** The access token; `undefined` when nobody has signed in, or its time is over. */
  readonly token: string | undefined;
  /** The token that a request bears, renewed before its time is over. */
  freshToken(): Promise<string | undefined>;
  /** Asks for new tokens. False when the session is over. */
  renewTokens(): Promise<boolean>;
}

/** What a request needs of the portal. */
export interface Connection {
  readonly config: { readonly portal: URL };
  readonly session: TokenSource;
  readonly retryBudget: RetryBudget;
}

interface JsonRequest<S extends v.GenericSchema> extends FetchOptions {
  url: URL;
  /** What the answer has to be. */
  schema: S;
  /** Whether sending it again cannot do it twice; true unless said. */
  idempotent?: boolean;
  /** Goes without the session: it is what makes one. */
  anonymous?: true;
}

/** An answer of the portal, or a static file beside `okno.js`. One that is not as its schema says is a `PortalError`. */
export async function fetchJson<S extends v.GenericSchema>(
  connection: Connection,
  call: JsonRequest<S>,
): Promise<v.InferOutput<S>> {
  return parse(call.schema, await requestWithRetries(connection, call));
}

/** The same, where there may be no such thing: `undefined` then. */
export async function fetchJsonIfFound<S extends v.GenericSchema>(
  connection: Connection,
  call: JsonRequest<S>,
): Promise<v.InferOutput<S> | undefined> {
  try {
    return await fetchJson(connection, call);
  } catch (error) {
    if (error instanceof PortalError && error.status === 404) return undefined;
    throw error;
  }
}

async function requestWithRetries(
  { config, session, retryBudget }: Connection,
  { url, idempotent = true, anonymous, ...call }: Omit<JsonRequest<v.GenericSchema>, 'schema'>,
): Promise<TextResponse> {
  const isPortal = url.origin === config.portal.origin;
  retryBudget.countRequest();
  for (let tries = 0; ; tries++) {
    const token = isPortal && !anonymous ? await session.freshToken() : undefined;
    const reply = await fetchOnce(url, call, token).catch((cause: unknown) => {
      if (call.signal?.aborted) throw cause;
      return new OfflineError('The portal did not answer', { cause });
    });
    const isOffline = reply instanceof OfflineError;
    if (!isOffline && isPortal) syncClock(reply.headers);
    if (!isOffline && reply.ok) return reply;
    const problem = isOffline ? undefined : parseProblem(reply);
    if (problem?.type === 'signed-out' && token !== undefined && tries <= MAX_RETRIES) {
      // The call goes on with a new token, or as of one who has not signed in. Another call may have seen to it.
      if (session.token === token) await session.renewTokens();
      continue;
    }
    const isPassing =
      isOffline ||
      RETRYABLE_STATUSES.includes(reply.status) ||
      RETRYABLE_PROBLEMS.includes(problem?.type ?? '');
    const wait = isOffline ? 0 : retryAfterMs(reply.headers);
    if (!(
      idempotent &&
      isPassing &&
      tries < MAX_RETRIES &&
      wait <= MAX_RETRY_WAIT &&
      retryBudget.takeRetry()
    ))
      throw isOffline ? reply : new PortalError(reply.status, problem);
    await delay(Math.max(wait, retryDelay(tries)), call.signal);
  }
}

/** The problem that a reply carries, where it carries one. */
export function parseProblem(reply: TextResponse): Problem | undefined {
  if (!reply.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined;
  try {
    return parse(ProblemSchema, reply);
  } catch {
    return undefined;
  }
}

function parse<S extends v.GenericSchema>(schema: S, { status, text }: TextResponse): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    throw new PortalError(status, undefined, { cause: error });
  }
}
