import * as v from 'valibot';

import { ProblemSchema, type FieldError, type Problem } from '../contract/problems/schemas.ts';
import { attempt, pause, type Answer, type Try } from './attempt.ts';
import { hearTime, waitFor } from './clock.ts';
import type { Portal } from './context.ts';
import { OfflineError, PortalError } from './errors.ts';

/** The portal has stored what was sent, or names what is wrong with it field by field. */
export type Sent<T> = { result: 'accepted'; value: T } | { result: 'invalid'; fields: FieldError[] };

interface Call extends Try {
  /** Whether sending it again cannot do it twice. */
  repeatable: boolean;
  /** Goes without the session: it is what makes one. */
  anonymous?: true;
}

/** How often it is tried again. */
const RETRIES = 2;
/** Milliseconds before the first time, four times as many before the next; the real pause is random up to that (full jitter). */
export const PAUSE = 400;
/** Milliseconds that a citizen may be kept waiting because the portal asks for it. */
export const MOST_WAIT = 10_000;
/** The portal did not do it and may do it soon (RFC 9110, 15.5 and 15.6). */
const PASSING = [429, 502, 503, 504];
/** Problems that are over in a moment: the same request is being handled, a file is being scanned. */
const MOMENTARY = ['in-flight', 'scanning'];

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

async function request(portal: Portal, url: URL, call: Call): Promise<Answer> {
  const { session, retries } = portal;
  const isPortal = url.origin === portal.config.portal.origin;
  retries.earn();
  for (let tries = 0; ; tries++) {
    const token = isPortal && !call.anonymous ? await session.bearer() : undefined;
    const answer = await attempt(url, call, token).catch((cause: unknown) => {
      if (call.signal?.aborted) throw cause;
      return new OfflineError('The portal did not answer', { cause });
    });
    const isOffline = answer instanceof OfflineError;
    if (!isOffline && isPortal) hearTime(answer.headers);
    if (!isOffline && answer.ok) return answer;
    const problem = isOffline ? undefined : problemIn(answer);
    const failure = isOffline ? answer : new PortalError(answer.status, problem);
    if (problem?.type === 'signed-out' && token !== undefined && tries <= RETRIES) {
      // The call goes on with a new token, or as of one who has not signed in. Another call may have seen to it.
      if (session.token === token) await session.renew();
      continue;
    }
    const isPassing = isOffline || PASSING.includes(answer.status) || MOMENTARY.includes(problem?.type ?? '');
    const wait = isOffline ? 0 : waitFor(answer.headers);
    if (!(call.repeatable && isPassing && tries < RETRIES && wait <= MOST_WAIT && retries.spend()))
      throw failure;
    await pause(Math.max(wait, Math.random() * PAUSE * 4 ** tries), call.signal);
  }
}

/** The problem that an answer carries, where it carries one. */
export function problemIn(answer: Answer): Problem | undefined {
  if (!answer.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined;
  try {
    return parse(ProblemSchema, answer);
  } catch {
    return undefined;
  }
}

function parse<S extends v.GenericSchema>(schema: S, { status, text }: Answer): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (error) {
    throw new PortalError(status, undefined, { cause: error });
  }
}
