// Longer than most: what tus and our portal have to know of each other.
import { Upload, type DetailedError, type HttpRequest, type HttpResponse } from 'tus-js-client';

import { tidyFileName } from '../contract/uploads/file-name.ts';
import { delay, type TextResponse } from './fetch-once.ts';
import { syncClock } from './clock.ts';
import type { Portal } from './context.ts';
import { OfflineError, PortalError } from './errors.ts';
import { parseProblem } from './http.ts';
import { retryAfterMs } from './retry-after.ts';
import { Pieces } from './pieces.ts';
import { earnRetry, takeRetry } from './retry-budget.ts';
import {
  MAX_RETRY_WAIT,
  RETRYABLE_CHUNK_STATUSES,
  MAX_CHUNK_RETRIES,
  isUnreadable,
  retryDelay,
} from './retry-rules.ts';

/** Where addresses of uploads are kept for longer than this tab is open. No method rejects. */
export interface UploadAddressStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, address: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Options of an upload. */
export interface UploadOptions {
  addresses?: UploadAddressStore | undefined;
  /** Ends the upload; it rejects with an `AbortError`. */
  signal?: AbortSignal | undefined;
  /** Called with the part that is sent, from 0 to 1. At 1 the portal scans the file. */
  onProgress?: ((share: number) => void) | undefined;
}

/** A file, and the address of its upload. */
export interface UploadTarget {
  file: File;
  /** Address of an upload that an earlier try has begun; `null` where there is none. */
  url: string | null;
  /** Called with the address as soon as the portal has given one. */
  rememberUrl: (url: string) => void;
}

/** Milliseconds that one chunk may take: a minute for the smallest one, 16 KB, on a very slow connection. */
const TIMEOUT = 60_000;

/**
 * Uploads a file by the tus protocol, in chunks, and starts with the first byte that the portal does not have. Gives the address of the
 * upload. Rejects with a `PortalError` where the portal refuses, with an `OfflineError` where it cannot be reached.
 */
export function uploadInChunks(
  portal: Portal,
  target: UploadTarget,
  { signal, onProgress }: UploadOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces = new Pieces((bytes) => (upload.options.chunkSize = bytes));
    const upload = new Upload(target.file, {
      ...uploadSettings(portal, target, pieces),
      ...requestRules(portal, { file: target.file, pieces, signal }),
      onUploadUrlAvailable() {
        if (upload.url !== null) target.rememberUrl(upload.url);
      },
      onProgress: (sent, all) => onProgress?.(sent / all),
      onSuccess() {
        resolve(upload.url ?? '');
      },
      onError(error) {
        reject(causeOf(error));
      },
    });
    signal?.addEventListener('abort', () => {
      void upload.abort();
      reject(new DOMException('', 'AbortError'));
    });
    upload.start();
  });
}

const uploadSettings = ({ config }: Portal, { file, url }: UploadTarget, pieces: Pieces) => ({
  endpoint: new URL('/v1/uploads', config.portal).href,
  uploadUrl: url,
  // tus would leave the name of the file in the browser's storage for ever.
  storeFingerprintForResuming: false,
  metadata: { filename: tidyFileName(file.name) },
  chunkSize: pieces.bytes,
  onChunkComplete() {
    pieces.arrived();
  },
  retryDelays: Array.from({ length: MAX_CHUNK_RETRIES }, (_, i) => retryDelay(i)),
});

/** Gives the error behind an error of tus: what `requestRules` has thrown, that the file cannot be read, or `OfflineError`. */
function causeOf(error: Error | DetailedError): Error {
  const cause = (error as Partial<DetailedError>).causingError ?? error;
  return cause instanceof PortalError || isUnreadable(cause)
    ? cause
    : new OfflineError('The file did not get through', { cause });
}

interface Sending {
  file: File;
  pieces: Pieces;
  signal: AbortSignal | undefined;
}

/**
 * Hooks of tus that make its requests follow the rules of all others: retry budget, `Retry-After`, problems as `PortalError`. They bear
 * no token: the address of an upload, which nobody can guess, is the key to it. tus repeats a request when `onAfterResponse` throws and `onShouldRetry` allows it.
 */
function requestRules({ retryBudget }: Portal, { file, pieces, signal }: Sending) {
  let isWaitShort = true;
  return {
    async onBeforeRequest(request: HttpRequest): Promise<void> {
      earnRetry(retryBudget);
      await addChecksum(request, file, pieces.bytes);
      limitTime(request);
      pieces.begin();
      signal?.throwIfAborted();
    },
    async onAfterResponse(request: HttpRequest, response: HttpResponse): Promise<void> {
      const reply = textResponseOf(response);
      syncClock(reply.headers);
      // tus starts a new upload whenever a HEAD fails. That is right only for a 404: the portal has no such upload any more.
      if (reply.ok || (reply.status === 404 && request.getMethod() === 'HEAD')) return;
      const wait = retryAfterMs(reply.headers);
      isWaitShort = wait <= MAX_RETRY_WAIT;
      if (isWaitShort) await delay(wait, signal);
      throw new PortalError(reply.status, parseProblem(reply));
    },
    onShouldRetry({ causingError }: DetailedError): boolean {
      const hasArrived = pieces.brokeOff();
      if (signal?.aborted || !isWaitShort || isUnreadable(causingError)) return false;
      if (causingError instanceof PortalError && !RETRYABLE_CHUNK_STATUSES.includes(causingError.status))
        return false;
      // A portal that takes piece after piece is well: it is the line that breaks off.
      return hasArrived || takeRetry(retryBudget);
    },
  };
}

/** Sets the timeout, for which tus has no option. */
function limitTime(request: HttpRequest): void {
  const xhr = request.getUnderlyingObject() as XMLHttpRequest;
  xhr.timeout = TIMEOUT;
  xhr.ontimeout = (event) => {
    xhr.onerror?.(event);
  };
}

/** Adds the checksum of a chunk (tus extension `checksum`). Pages without TLS, which many village sites are, have no SHA-256. */
async function addChecksum(request: HttpRequest, file: File, size: number): Promise<void> {
  const header = request.getHeader('Upload-Offset');
  if (header === undefined || !isSecureContext) return;
  const offset = Number(header);
  const chunk = await file.slice(offset, offset + size).arrayBuffer();
  request.setHeader('Upload-Checksum', await checksum(chunk));
}

/** The checksum of a chunk: `sha256 n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=`. */
async function checksum(chunk: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', chunk));
  return `sha256 ${btoa(String.fromCharCode(...sum))}`;
}

/** Reads a response of tus into the form that `parseProblem` and `retryAfterMs` take. */
function textResponseOf(response: HttpResponse): TextResponse {
  const status = response.getStatus();
  const xhr = response.getUnderlyingObject() as XMLHttpRequest;
  const lines = xhr.getAllResponseHeaders().split('\r\n').filter(Boolean);
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const [name = '', ...value] = line.split(': ');
      return [name, value.join(': ')];
    }),
  );
  return { ok: status >= 200 && status < 300, status, headers, text: response.getBody() };
}
