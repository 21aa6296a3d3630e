import * as v from 'valibot';

import { ProblemSchema, type FieldError } from '../contract/problem.ts';
import type { Portal } from './context.ts';
import { OfflineError, PortalError } from './errors.ts';

/** The portal has stored what was sent, or names what is wrong with it field by field. */
export type Sent<T> = { result: 'accepted'; value: T } | { result: 'invalid'; fields: FieldError[] };

interface Call {
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string | Blob;
  signal?: AbortSignal | undefined;
  /** Milliseconds that one try may take. */
  timeout?: number;
  /** Whether sending it again cannot do it twice. */
  repeatable: boolean;
}

/** Milliseconds before the second and the third try; the real pause is random up to that (full jitter). */
const PAUSES = [400, 1600];
const TIMEOUT = 30_000;
/** The server did not do it and may do it soon (RFC 9110, 15.6). */
const PASSING = [502, 503, 504];

/** An answer of the portal, or a static file beside `okno.js`. One that is not as its schema says is a `PortalError`. */
export async function read<S extends v.GenericSchema>(
  portal: Portal,
  url: URL,
  schema: S,
  call: Partial<Call> = {},
): Promise<v.InferOutput<S>> {
  return parse(schema, await request(portal, url, { repeatable: true, ...call }));
}

/** The same, where there may be no such thing: `undefined` then. */
export async function find<S extends v.GenericSchema>(
  portal: Portal,
  url: URL,
  schema: S,
  call?: Partial<Call>,
): Promise<v.InferOutput<S> | undefined> {
  try {
    return await read(portal, url, schema, call);
  } catch (error) {
    if (error instanceof PortalError && error.status === 404) return undefined;
    throw error;
  }
}

/** Sends JSON. With a key the portal does it once, however often it is sent (`Idempotency-Key`, IETF draft). */
export async function send<S extends v.GenericSchema>(
  portal: Portal,
  path: string,
  input: unknown,
  schema: S,
  key?: string,
): Promise<Sent<v.InferOutput<S>>> {
  try {
    const value = await read(portal, new URL(path, portal.config.portal), schema, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key !== undefined && { 'Idempotency-Key': `"${key}"` }),
      },
      body: JSON.stringify(input),
      repeatable: key !== undefined,
    });
    return { result: 'accepted', value };
  } catch (error) {
    const fields = error instanceof PortalError && error.problem?.errors;
    if (fields) return { result: 'invalid', fields };
    throw error;
  }
}

async function request(portal: Portal, url: URL, call: Call): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const pause = call.repeatable ? PAUSES[tries] : undefined;
    const response = await attempt(portal, url, call).catch((error: unknown) => {
      if (call.signal?.aborted) throw error;
      if (pause === undefined) throw new OfflineError('The portal did not answer', { cause: error });
    });
    if (response?.ok) return response;
    if (response) {
      const problem = await problemOf(response);
      // The session is over: the call goes on without it, as of one who has not signed in.
      if (problem?.type === 'signed-out' && portal.session.token !== undefined) portal.session.signOut();
      else if (pause === undefined || !(PASSING.includes(response.status) || problem?.type === 'in-flight'))
        throw new PortalError(response.status, problem);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * (pause ?? 0)));
  }
}

/** One try: rejects when no answer comes within the time. */
async function attempt(
  portal: Portal,
  url: URL,
  { method, headers, body, signal, timeout = TIMEOUT }: Call,
): Promise<Response> {
  const token = url.origin === portal.config.portal.origin ? portal.session.token : undefined;
  const abort = new AbortController();
  const stop = () => {
    abort.abort();
  };
  const timer = setTimeout(stop, timeout);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await fetch(url, {
      credentials: 'omit',
      signal: abort.signal,
      headers: { ...headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
      ...(method && { method }),
      ...(body !== undefined && { body }),
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

async function problemOf(response: Response) {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined;
  const parsed = v.safeParse(ProblemSchema, await response.json().catch(() => undefined));
  return parsed.success ? parsed.output : undefined;
}

async function parse<S extends v.GenericSchema>(schema: S, response: Response): Promise<v.InferOutput<S>> {
  try {
    return v.parse(schema, await response.json());
  } catch (error) {
    throw new PortalError(response.status, undefined, { cause: error });
  }
}
