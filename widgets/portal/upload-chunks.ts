import { Upload, type DetailedError, type HttpRequest, type HttpResponse } from 'tus-js-client';

import { delay, type TextResponse } from './fetch-once.ts';
import { syncClock, retryAfterMs } from './clock.ts';
import type { Portal } from './context.ts';
import { OfflineError, PortalError } from './errors.ts';
import { parseProblem } from './http.ts';
import { MAX_RETRY_WAIT, RETRYABLE_CHUNK_STATUSES, MAX_CHUNK_RETRIES, retryDelay } from './retry-rules.ts';

export interface UploadOptions {
  signal?: AbortSignal | undefined;
  /** Hears which part of the file has gone, 0 to 1; at 1 the portal looks it through. */
  onProgress?: ((share: number) => void) | undefined;
}

/** A file, and where an earlier try of it went, if there was one. */
export interface UploadTarget {
  file: File;
  url: string | null;
  /** Remembers where it goes. */
  rememberUrl: (url: string) => void;
}

/** Bytes that are sent at once: so many are sent again where the connection breaks off. */
const CHUNK_SIZE = 512 * 1024;
/** Milliseconds that a piece may take: a photo over a village's connection. */
const TIMEOUT = 300_000;

/** Sends a file by tus, in pieces, from where the portal has it. Gives the address of the whole file. */
export function uploadInChunks(
  portal: Portal,
  target: UploadTarget,
  { signal, onProgress }: UploadOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = new Upload(target.file, {
      ...fixedOptions(portal, target),
      ...requestRules(portal, target.file, signal),
      onUploadUrlAvailable() {
        if (sending.url !== null) target.rememberUrl(sending.url);
      },
      onProgress: (sent, all) => onProgress?.(sent / all),
      onSuccess() {
        resolve(sending.url ?? '');
      },
      onError(error) {
        reject(causeOf(error));
      },
    });
    signal?.addEventListener('abort', () => {
      void sending.abort();
      reject(new DOMException('', 'AbortError'));
    });
    sending.start();
  });
}

const fixedOptions = ({ config }: Portal, { file, url }: UploadTarget) => ({
  endpoint: new URL('/v1/uploads', config.portal).href,
  uploadUrl: url,
  // tus would leave the file's name in the browser for good.
  storeFingerprintForResuming: false,
  metadata: { filename: file.name },
  chunkSize: CHUNK_SIZE,
  retryDelays: Array.from({ length: MAX_CHUNK_RETRIES }, (_, i) => retryDelay(i)),
});

function causeOf(error: Error | DetailedError): Error {
  const cause = (error as Partial<DetailedError>).causingError ?? error;
  return cause instanceof PortalError ? cause : new OfflineError('The file did not get through', { cause });
}

/** What goes with each request of tus, what its answer means, and whether it is tried again. */
function requestRules({ session, retryBudget }: Portal, file: File, signal: AbortSignal | undefined) {
  let token: string | undefined;
  let isPatient = true;
  return {
    async onBeforeRequest(request: HttpRequest): Promise<void> {
      retryBudget.countRequest();
      token = await session.freshToken();
      if (token !== undefined) request.setHeader('Authorization', `Bearer ${token}`);
      await addChecksum(request, file);
      limitTime(request);
      signal?.throwIfAborted();
    },
    async onAfterResponse(request: HttpRequest, response: HttpResponse): Promise<void> {
      const reply = replyOf(response);
      syncClock(reply.headers);
      // tus begins anew wherever a HEAD gives no offset; only here there is nothing to go on with.
      if (reply.ok || (reply.status === 404 && request.getMethod() === 'HEAD')) return;
      if (reply.status === 401 && token !== undefined && session.token === token) await session.renewTokens();
      const wait = retryAfterMs(reply.headers);
      isPatient = wait <= MAX_RETRY_WAIT;
      if (isPatient) await delay(wait, signal);
      throw new PortalError(reply.status, parseProblem(reply));
    },
    onShouldRetry: ({ causingError }: DetailedError): boolean =>
      !signal?.aborted &&
      isPatient &&
      (!(causingError instanceof PortalError) || RETRYABLE_CHUNK_STATUSES.includes(causingError.status)) &&
      retryBudget.takeRetry(),
  };
}

/** tus knows no timeout. */
function limitTime(request: HttpRequest): void {
  const xhr = request.getUnderlyingObject() as XMLHttpRequest;
  xhr.timeout = TIMEOUT;
  xhr.ontimeout = (event) => {
    xhr.onerror?.(event);
  };
}

/** Pages without TLS, which village sites still are, cannot make sums. */
async function addChecksum(request: HttpRequest, file: File): Promise<void> {
  const offset = request.getHeader('Upload-Offset');
  if (offset !== undefined && isSecureContext)
    request.setHeader('Upload-Checksum', await checksum(file, Number(offset)));
}

async function checksum(file: File, offset: number): Promise<string> {
  const piece = await file.slice(offset, offset + CHUNK_SIZE).arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', piece));
  return `sha256 ${btoa(String.fromCharCode(...sum))}`;
}

function replyOf(response: HttpResponse): TextResponse {
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
