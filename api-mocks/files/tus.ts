import { AsyncLocalStorage } from 'node:async_hooks';

import { ERRORS, MemoryLocker, Server } from '@tus/server';
import type { MiddlewareHandler } from 'hono';
import * as v from 'valibot';

import { FILE_MAX_BYTES } from '../../widgets/contract/forms/schemas.ts';
import type { ProblemType } from '../../widgets/contract/problems/schemas.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ScanContext } from './scans.ts';
import { requireUpload, type UploadRow } from './upload-rows.ts';
import { UploadStore, type UploadRequest } from './upload-store.ts';

/** The version of tus that the portal speaks: https://tus.io/protocols/resumable-upload */
export const TUS_VERSION = '1.0.0';

/** Milliseconds that a piece may still take when another one wants to be written: its connection is dead, mostly. */
const LOCK_DRAIN_MS = 500;
/** Milliseconds that the other one waits for it. */
const LOCK_TIMEOUT_MS = 5000;

/** Says on every answer what tus is spoken here, and on OPTIONS all that it can do. */
export const tusHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Tus-Resumable', TUS_VERSION);
  if (c.req.method !== 'OPTIONS') return;
  c.header('Tus-Version', TUS_VERSION);
  c.header('Tus-Extension', 'creation,creation-with-upload,termination,expiration,checksum');
  c.header('Tus-Checksum-Algorithm', 'sha1,sha256');
  c.header('Tus-Max-Size', String(FILE_MAX_BYTES));
};

/** Does what tus asks for. Gives its headers and the file's row as it is then; rejects with a `Refusal` what tus will not do. */
export type HandleTus = (
  request: Request,
  upload: UploadRequest,
) => Promise<{ headers: Headers; row: UploadRow }>;

export interface TusContext {
  handleTus: HandleTus;
}

/** The server of tus. It knows the request that it handles by the asynchronous context. */
export function createTusHandler(context: ScanContext): HandleTus {
  const storage = new AsyncLocalStorage<UploadRequest>();
  const current = () => {
    const upload = storage.getStore();
    if (!upload) throw new TypeError('tus is asked outside of a request');
    return upload;
  };
  const server = new Server({
    path: '/v1/uploads',
    relativeLocation: true,
    datastore: new UploadStore(context, current),
    locker: lockerFor(context, current),
    lockDrainTimeout: LOCK_DRAIN_MS,
    namingFunction: () => current().id,
    getFileIdFromRequest: () => current().id,
    onResponseError(_request, error) {
      throw tusProblemOf(error);
    },
  });
  return async (request, upload) => {
    const { ok, status, headers } = await storage.run(upload, () => server.handleWeb(request));
    if (!ok || !upload.row) throw tusProblemOf({ status_code: status });
    return { headers, row: upload.row };
  };
}

/** Lets in one request for a file at a time. Who asks while another one is handled interrupts it: only its owner may. */
function lockerFor(context: ScanContext, current: () => UploadRequest) {
  const locker = new MemoryLocker({ acquireLockTimeout: LOCK_TIMEOUT_MS });
  return {
    newLock(id: string) {
      const lock = locker.newLock(id);
      return {
        async lock(signal: AbortSignal, interrupt: () => Promise<void> | void) {
          if (locker.locks.has(id)) requireUpload(context, id, current().citizen);
          await lock.lock(signal, interrupt);
        },
        unlock: () => lock.unlock(),
      };
    },
  };
}

const PROBLEM_OF_STATUS: Record<number, ProblemType> = {
  404: 'not-found',
  409: 'wrong-offset',
  412: 'tus-version',
  413: 'too-large',
};

/** What tus says in plain text, as a problem. */
function tusProblemOf(error: unknown): Error {
  if (error === ERRORS.ERR_LOCK_TIMEOUT) return new HttpProblem('in-flight', { retryAfter: 1 });
  const { success, output } = v.safeParse(v.object({ status_code: v.number() }), error);
  // What tus does not support, it answers with 501.
  if (success && (output.status_code < 500 || output.status_code === 501))
    return new HttpProblem(PROBLEM_OF_STATUS[output.status_code] ?? 'malformed');
  return error instanceof Error ? error : new Error('tus', { cause: error });
}
