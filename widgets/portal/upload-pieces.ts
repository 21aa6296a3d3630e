import { Upload, type DetailedError, type HttpRequest, type HttpResponse } from 'tus-js-client';

import { pause, type Answer } from './attempt.ts';
import { hearTime, waitFor } from './clock.ts';
import type { Portal } from './context.ts';
import { OfflineError, PortalError } from './errors.ts';
import { MOST_WAIT, PAUSE, problemIn } from './http.ts';
import type { UploadOptions } from './uploads.ts';

/** Bytes that are sent at once: so many are sent again where the connection breaks off. */
const PIECE = 512 * 1024;
/** Milliseconds that a piece may take: a photo over a village's connection. */
const TIMEOUT = 300_000;
/** How often a piece is tried again; whenever one has arrived, it is counted from the start. */
const RETRIES = 3;
/** After these it may be tried again: with a new token, from another offset, with the piece undamaged, a little later. */
const AGAIN = [401, 404, 408, 409, 429, 460, 502, 503, 504];

/**
 * Sends a file by tus, in pieces, from where the portal has it. `at` is where an earlier try went, if there was one. Gives the
 * address of the whole file.
 */
export function sendPieces(
  { config, session, retries }: Portal,
  file: File,
  at: { url: string | null; keep: (url: string) => void },
  { signal, onProgress }: UploadOptions,
): Promise<string> {
  let token: string | undefined;
  let isPatient = true;

  async function onBeforeRequest(request: HttpRequest): Promise<void> {
    retries.earn();
    token = await session.bearer();
    if (token !== undefined) request.setHeader('Authorization', `Bearer ${token}`);
    const offset = request.getHeader('Upload-Offset');
    // Pages without TLS, which village sites still are, cannot make sums.
    if (offset !== undefined && isSecureContext)
      request.setHeader('Upload-Checksum', await checksum(file, Number(offset)));
    const xhr = request.getUnderlyingObject() as XMLHttpRequest;
    xhr.timeout = TIMEOUT;
    // tus knows no timeout.
    xhr.ontimeout = (event) => {
      xhr.onerror?.(event);
    };
    signal?.throwIfAborted();
  }

  async function onAfterResponse(request: HttpRequest, response: HttpResponse): Promise<void> {
    const answer = answerOf(response);
    hearTime(answer.headers);
    // tus begins anew wherever a HEAD gives no offset; only here there is nothing to go on with.
    if (answer.ok || (answer.status === 404 && request.getMethod() === 'HEAD')) return;
    if (answer.status === 401 && token !== undefined && session.token === token) await session.renew();
    const wait = waitFor(answer.headers);
    isPatient = wait <= MOST_WAIT;
    if (isPatient) await pause(wait, signal);
    throw new PortalError(answer.status, problemIn(answer));
  }

  return new Promise((resolve, reject) => {
    const sending = new Upload(file, {
      endpoint: new URL('/v1/uploads', config.portal).href,
      uploadUrl: at.url,
      // tus would leave the file's name in the browser for good.
      storeFingerprintForResuming: false,
      metadata: { filename: file.name },
      chunkSize: PIECE,
      retryDelays: Array.from({ length: RETRIES }, (_, i) => Math.random() * PAUSE * 4 ** i),
      onBeforeRequest,
      onAfterResponse,
      onShouldRetry: ({ causingError }) =>
        !signal?.aborted &&
        isPatient &&
        (!(causingError instanceof PortalError) || AGAIN.includes(causingError.status)) &&
        retries.spend(),
      onUploadUrlAvailable() {
        if (sending.url !== null) at.keep(sending.url);
      },
      onProgress: (sent, all) => onProgress?.(sent / all),
      onSuccess() {
        resolve(sending.url ?? '');
      },
      onError(error) {
        const cause = (error as Partial<DetailedError>).causingError ?? error;
        reject(
          cause instanceof PortalError ? cause : new OfflineError('The file did not get through', { cause }),
        );
      },
    });
    signal?.addEventListener('abort', () => {
      void sending.abort();
      reject(new DOMException('', 'AbortError'));
    });
    sending.start();
  });
}

async function checksum(file: File, offset: number): Promise<string> {
  const piece = await file.slice(offset, offset + PIECE).arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', piece));
  return `sha256 ${btoa(String.fromCharCode(...sum))}`;
}

function answerOf(response: HttpResponse): Answer {
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
