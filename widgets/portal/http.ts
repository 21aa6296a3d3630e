import * as v from 'valibot';

import { ProblemSchema, type Problem } from '../contract/problems/schemas.ts';
import { fetchOnce, delay, type TextResponse, type FetchOptions, type PortalRequest } from './fetch-once.ts';
import { syncClock } from './clock.ts';
import { OfflineError, PortalError } from './errors.ts';
import { earnRetry, takeRetry, type RetryBudget } from './retry-budget.ts';
import { retryAfterMs } from './retry-after.ts';
import {
  RETRYABLE_PROBLEMS,
  MAX_RETRY_WAIT,
  RETRYABLE_STATUSES,
  MAX_RETRIES,
  retryDelay,
} from './retry-rules.ts';

/** Taken once: a script that comes later may replace it. */
const { parse: parseJson } = JSON;

/** What a request needs of the session. */
interface Sender {
  /** Sends a request to the portal, in the name of the citizen who has signed in, or of nobody. */
  send(path: string, init: PortalRequest): Promise<Response>;
}

/** What a request needs of the portal. */
export interface Connection {
  readonly config: { readonly portal: URL };
  readonly session: Sender;
  readonly retryBudget: RetryBudget;
}

interface JsonRequest<S extends v.GenericSchema> extends FetchOptions {
  url: URL;
  /** Parses the body of the response. */
  schema: S;
  /** Whether the request may be repeated without doing anything twice; true unless given. */
  idempotent?: boolean;
}

/**
 * Fetches JSON from the portal, or a static file beside `okno.js`, and parses it by the schema. Repeats a failed request where that is
 * safe (`retry-rules.ts`, `retry-budget.ts`). Rejects with a `PortalError` for an error response and for one that does not fit the
 * schema, with an `OfflineError` where no response came. Both say whether it may have been done (`isUnclear`).
 */
export async function fetchJson<S extends v.GenericSchema>(
  connection: Connection,
  request: JsonRequest<S>,
): Promise<v.InferOutput<S>> {
  return parse(request.schema, await requestWithRetries(connection, request));
}

/** Like `fetchJson`, with `undefined` for a 404. */
export async function fetchJsonIfFound<S extends v.GenericSchema>(
  connection: Connection,
  request: JsonRequest<S>,
): Promise<v.InferOutput<S> | undefined> {
  try {
    return await fetchJson(connection, request);
  } catch (error) {
    if (error instanceof PortalError && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * Sends a request until it succeeds or may not be repeated:
 * - 2xx: done;
 * - no response, or an error that will pass: repeats at most twice, if the request is idempotent, the portal does not want a longer
 *   wait than 10 s, and the budget of the page has a retry left;
 * - anything else: throws.
 */
async function requestWithRetries(
  { config, session, retryBudget }: Connection,
  { url, idempotent = true, ...request }: Omit<JsonRequest<v.GenericSchema>, 'schema'>,
): Promise<TextResponse> {
  const isPortal = url.origin === config.portal.origin;
  const send = (init: PortalRequest) =>
    isPortal ? session.send(url.pathname + url.search, init) : fetch(url, init);
  earnRetry(retryBudget);
  let isUnclear = false;
  for (let tries = 0; ; tries++) {
    const response = await fetchOnce(send, request).catch((cause: unknown) => {
      if (request.signal?.aborted) throw cause;
      return new OfflineError('The portal did not answer', { cause });
    });
    const isOffline = response instanceof OfflineError;
    if (!isOffline && isPortal) syncClock(response.headers);
    if (!isOffline && response.ok) return response;
    const problem = isOffline ? undefined : parseProblem(response);
    isUnclear ||= !problem;
    const wait = waitBeforeRetry(response, problem);
    if (wait === undefined || !idempotent || tries >= MAX_RETRIES || !takeRetry(retryBudget))
      throw Object.assign(isOffline ? response : new PortalError(response.status, problem), { isUnclear });
    await delay(Math.max(wait, retryDelay(tries)), request.signal);
  }
}

/** Milliseconds that the portal wants a client to wait before it repeats the request; `undefined` where repeating will not help. */
function waitBeforeRetry(
  response: TextResponse | OfflineError,
  problem: Problem | undefined,
): number | undefined {
  if (response instanceof OfflineError) return 0;
  const willPass =
    RETRYABLE_STATUSES.includes(response.status) || RETRYABLE_PROBLEMS.includes(problem?.type ?? '');
  const wait = retryAfterMs(response.headers);
  return willPass && wait <= MAX_RETRY_WAIT ? wait : undefined;
}

/** Parses the `application/problem+json` of an error response; `undefined` where it has none. */
export function parseProblem(response: TextResponse): Problem | undefined {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined;
  try {
    return parse(ProblemSchema, response);
  } catch {
    return undefined;
  }
}

function parse<S extends v.GenericSchema>(schema: S, { status, text }: TextResponse): v.InferOutput<S> {
  try {
    return v.parse(schema, parseJson(text));
  } catch (error) {
    throw new PortalError(status, undefined, { cause: error });
  }
}
