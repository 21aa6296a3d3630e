import { AsyncLocalStorage } from 'node:async_hooks';
import { constants, type DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';

import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { Fault, FaultsContext } from './faults.ts';
import type { IdentityContext } from './identity.ts';
import { HttpProblem } from './problem.ts';

type EffectContext = DatabaseContext & WallClockContext & IdentityContext;

/** One request that a fault hits. `proceed` runs all that comes after the fault: other faults, then the handler. */
interface FaultyRequest {
  c: Context;
  context: EffectContext;
  proceed: () => Promise<void>;
}
/** Does to one request what the fault does. */
type Effect<F extends Fault> = (fault: F, hit: FaultyRequest) => Promise<void>;

/**
 * Applies the active faults to each request. With `latency` and then `error` active, a request waits and then fails: the
 * faults are nested, `latency(error(handler))`, and each of them decides whether the next one runs.
 */
export const injectFaults =
  (context: EffectContext & FaultsContext): MiddlewareHandler =>
  (c, next) =>
    context.faults
      .takeFaultsFor(c.req.method, c.req.path)
      .reduceRight<() => Promise<void>>(
        (proceed, fault) => () => (EFFECTS[fault.kind] as Effect<Fault>)(fault, { c, context, proceed }),
        next,
      )();

/** What each kind of fault does. */
const EFFECTS: { [K in Fault['kind']]: Effect<Extract<Fault, { kind: K }>> } = {
  async latency({ ms, jitter }, { proceed }) {
    // `ref: false`: the timer does not keep the process alive when the portal stops.
    await pause(ms + Math.random() * jitter, undefined, { ref: false });
    await proceed();
  },
  tooManyRequests: ({ retryAfter }) => refuseWith('too-many-tries', retryAfter),
  error: () => Promise.reject(new HttpProblem('fault')),
  unavailable: ({ retryAfter }) => refuseWith('busy', retryAfter),
  async cut({ when }, { c, proceed }) {
    if (when === 'after') await proceed();
    nodeResponseOf(c).destroy();
    c.res = RESPONSE_ALREADY_SENT;
  },
  async foreignPage({ status, when }, { c, proceed }) {
    if (when === 'after') await proceed();
    c.res = undefined;
    c.res = c.html('<!doctype html><title>Не портал</title><p>Это ответил не портал.</p>', status, {
      // As a proxy says that it stands between (RFC 9110, 7.6.3).
      Via: '1.1 proxy',
    });
  },
  // Sends the head of the response, and half of the first chunk of its body.
  async half(_fault, { c, proceed }) {
    await proceed();
    const { status, headers, body } = c.res;
    const out = nodeResponseOf(c);
    // In chunks instead of with a length: a client that does not get the last, empty chunk knows that the response broke off.
    headers.delete('Content-Length');
    out.writeHead(status, [...headers, ['Transfer-Encoding', 'chunked']].flat());
    const { value = new Uint8Array() } = (await body?.getReader().read()) ?? {};
    out.write(value.subarray(0, Math.ceil(value.length / 2)), () => out.destroy());
    c.res = RESPONSE_ALREADY_SENT;
  },
  expiredSession(_fault, { c, context, proceed }) {
    context.endSessionOf(c);
    return proceed();
  },
  async fullDisk(_fault, { c, context, proceed }) {
    // Uploads are written into files, which the database does not see. So they fail here.
    if (/^\/v1\/uploads\b/.test(c.req.path) && c.req.method !== 'GET') throw noSpaceError();
    await runWithFullDisk(context.db, proceed);
  },
  async wrongClock({ hours }, { c, context, proceed }) {
    await proceed();
    c.header('Date', new Date(context.wallNow().getTime() + hours * 3_600_000).toUTCString());
  },
};

/** The response of Node itself, for what Hono cannot do: break the connection. */
const nodeResponseOf = (c: Context) => (c.env as HttpBindings).outgoing;

const refuseWith = (type: 'too-many-tries' | 'busy', retryAfter: number) =>
  Promise.reject(new HttpProblem(type, { retryAfter }));

const noSpaceError = () =>
  Object.assign(new Error('ENOSPC: no space left on device, on purpose'), { code: 'ENOSPC' });

const WRITE_ACTIONS = [constants.SQLITE_INSERT, constants.SQLITE_UPDATE, constants.SQLITE_DELETE];
/**
 * Marks the requests whose writes fail. It stands in the module, because SQLite calls the authorizer with an action only: the
 * asynchronous context is the one way to know for which request. It keeps nothing between requests.
 */
const fullDiskRequests = new AsyncLocalStorage<true>();

/** Runs `work` so that all its writes to the database fail. Writes of other requests work. */
function runWithFullDisk(db: DatabaseSync, work: () => Promise<void>): Promise<void> {
  db.setAuthorizer((action) => {
    if (fullDiskRequests.getStore() && WRITE_ACTIONS.includes(action)) throw noSpaceError();
    return constants.SQLITE_OK;
  });
  return fullDiskRequests.run(true, work);
}
