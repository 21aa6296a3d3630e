import { AsyncLocalStorage } from 'node:async_hooks';
import { constants, type DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';

import type { Fault } from './faults.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from '../sandbox.ts';

type Go = () => Promise<void>;
type Strike<F extends Fault> = (fault: F, sandbox: Sandbox, c: Context, go: Go) => Promise<void>;

/** Makes go wrong what the faults of the portal say (`Faults`). */
export const faulty =
  (sandbox: Sandbox): MiddlewareHandler =>
  (c, next) =>
    sandbox.faults
      .meet(c.req.method, c.req.path)
      .reduceRight<Go>(
        (go, fault) => () => (STRIKES[fault.kind] as Strike<Fault>)(fault, sandbox, c, go),
        next,
      )();

const STRIKES: { [K in Fault['kind']]: Strike<Extract<Fault, { kind: K }>> } = {
  async latency({ ms, jitter }, _sandbox, _c, go) {
    // Does not keep a portal that is stopped from ending.
    await pause(ms + Math.random() * jitter, undefined, { ref: false });
    await go();
  },
  tooManyRequests: ({ retryAfter }) => refuse('too-many-tries', retryAfter),
  error: () => Promise.reject(new Refusal('fault')),
  unavailable: ({ retryAfter }) => refuse('busy', retryAfter),
  async cut({ when }, _sandbox, c, go) {
    if (when === 'after') await go();
    outgoing(c).destroy();
    c.res = RESPONSE_ALREADY_SENT;
  },
  async half(_fault, _sandbox, c, go) {
    await go();
    const { status, headers, body } = c.res;
    const out = outgoing(c);
    // In pieces: who does not get the last one knows that it was not all.
    headers.delete('Content-Length');
    out.writeHead(status, [...headers, ['Transfer-Encoding', 'chunked']].flat());
    const { value = new Uint8Array() } = (await body?.getReader().read()) ?? {};
    out.write(value.subarray(0, Math.ceil(value.length / 2)), () => out.destroy());
    c.res = RESPONSE_ALREADY_SENT;
  },
  expiredSession(_fault, { sessions, real }, c, go) {
    const token = c.req.header('Authorization')?.replace(/^Bearer +/i, '');
    const session = sessions.ofToken(token ?? '', real().getTime());
    if (session) sessions.end(session);
    return go();
  },
  async fullDisk(_fault, { db }, c, go) {
    // A file's pieces go past the database: they are turned away at the door.
    if (/^\/v1\/uploads\b/.test(c.req.path) && c.req.method !== 'GET') throw noSpace();
    await withoutSpace(db, go);
  },
  async wrongClock({ hours }, { real }, c, go) {
    await go();
    c.header('Date', new Date(real().getTime() + hours * 3_600_000).toUTCString());
  },
};

const outgoing = (c: Context) => (c.env as HttpBindings).outgoing;

const refuse = (type: 'too-many-tries' | 'busy', retryAfter: number) =>
  Promise.reject(new Refusal(type, { retryAfter }));

const noSpace = () =>
  Object.assign(new Error('ENOSPC: no space left on device, on purpose'), { code: 'ENOSPC' });

const WRITES = [constants.SQLITE_INSERT, constants.SQLITE_UPDATE, constants.SQLITE_DELETE];
const full = new AsyncLocalStorage<true>();

/** Whatever `go` writes into the database fails; what others write does not. */
function withoutSpace(db: DatabaseSync, go: Go): Promise<void> {
  db.setAuthorizer((action) => {
    if (full.getStore() && WRITES.includes(action)) throw noSpace();
    return constants.SQLITE_OK;
  });
  return full.run(true, go);
}
