import { AsyncLocalStorage } from 'node:async_hooks';

import { ERRORS, MemoryLocker, Server } from '@tus/server';
import type { MiddlewareHandler } from 'hono';
import * as v from 'valibot';

import { FILE_MAX_BYTES } from '../../widgets/contract/uploads/limits.ts';
import type { ProblemType } from '../../widgets/contract/problems/schemas.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ScanContext } from './scans.ts';
import { requireUpload, type UploadRow } from './upload-rows.ts';
import { UploadStore, type UploadRequest } from './upload-store.ts';

/** The version of tus that the portal speaks: https://tus.io/protocols/resumable-upload */
export const TUS_VERSION = '1.0.0';

/** When a second chunk of the same file comes, the first one may go on for this many milliseconds. Usually its connection is dead. */
const LOCK_DRAIN_MS = 500;
/** The second chunk waits at most this many milliseconds for the first one. */
const LOCK_TIMEOUT_MS = 5000;

/** Adds the version of tus to every response, and all that the portal supports to the response to OPTIONS. */
export const tusHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Tus-Resumable', TUS_VERSION);
  if (c.req.method !== 'OPTIONS') return;
  c.header('Tus-Version', TUS_VERSION);
  c.header('Tus-Extension', 'creation,creation-with-upload,termination,expiration,checksum');
  c.header('Tus-Checksum-Algorithm', 'sha1,sha256');
  c.header('Tus-Max-Size', String(FILE_MAX_BYTES));
};

/**
 * Does a request of tus: creates a file, appends a chunk, says the offset, deletes. Gives the headers of tus and the row as
 * it is then. Rejects with an `HttpProblem`.
 */
export type HandleTus = (
  request: Request,
  upload: UploadRequest,
) => Promise<{ headers: Headers; row: UploadRow }>;

/** Handles uploads by tus. */
export interface TusContext {
  /** The one handler of the portal: it holds the locks of all files. */
  handleTus: HandleTus;
}

/**
 * Makes the handler of tus requests. `@tus/server` calls its store with the id of a file only. What else belongs to the
 * request (who sends it, the checksum) reaches the store by the asynchronous context.
 */
export function createTusHandler(context: ScanContext): HandleTus {
  const requestStorage = new AsyncLocalStorage<UploadRequest>();
  const currentRequest = () => {
    const upload = requestStorage.getStore();
    if (!upload) throw new TypeError('tus is asked outside of a request');
    return upload;
  };
  const server = new Server({
    path: '/v1/uploads',
    relativeLocation: true,
    datastore: new UploadStore(context, currentRequest),
    locker: lockerFor(context, currentRequest),
    lockDrainTimeout: LOCK_DRAIN_MS,
    namingFunction: () => currentRequest().id,
    getFileIdFromRequest: () => currentRequest().id,
    onResponseError(_request, error) {
      throw tusProblemOf(error);
    },
  });
  return async (request, upload) => {
    const { ok, status, headers } = await requestStorage.run(upload, () => server.handleWeb(request));
    if (!ok || !upload.row) throw tusProblemOf({ status_code: status });
    return { headers, row: upload.row };
  };
}

/**
 * Makes a locker for `@tus/server`: it lets only one request at a time work on a file. A second request interrupts the first
 * one, so it must be allowed to use the file: otherwise anybody could interrupt an upload. `requireUpload` throws 404 for
 * others.
 */
function lockerFor(context: ScanContext, currentRequest: () => UploadRequest) {
  const locker = new MemoryLocker({ acquireLockTimeout: LOCK_TIMEOUT_MS });
  return {
    newLock(id: string) {
      const lock = locker.newLock(id);
      return {
        async lock(signal: AbortSignal, interrupt: () => Promise<void> | void) {
          if (locker.locks.has(id)) requireUpload(context, id, currentRequest().citizen);
          await lock.lock(signal, interrupt);
        },
        unlock: () => lock.unlock(),
      };
    },
  };
}

/** Problems by the status of tus; other statuses below 500 become `malformed`. */
const PROBLEM_OF_STATUS: Record<number, ProblemType> = {
  404: 'not-found',
  409: 'wrong-offset',
  412: 'tus-version',
  413: 'too-large',
};

/** Turns an error of `@tus/server`, which has a status and plain text, into a problem. */
function tusProblemOf(error: unknown): Error {
  if (error === ERRORS.ERR_LOCK_TIMEOUT) return new HttpProblem('in-flight', { retryAfter: 1 });
  const { success, output } = v.safeParse(v.object({ status_code: v.number() }), error);
  // `@tus/server` uses 501 for a request that it does not support. All other statuses from 500 on are our own errors.
  if (success && (output.status_code < 500 || output.status_code === 501))
    return new HttpProblem(PROBLEM_OF_STATUS[output.status_code] ?? 'malformed');
  return error instanceof Error ? error : new Error('tus', { cause: error });
}
