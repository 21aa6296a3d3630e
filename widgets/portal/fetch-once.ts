/** Options of one request. */
export interface FetchOptions {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Blob;
  signal?: AbortSignal | undefined;
  /** Milliseconds until the request is aborted; 30 seconds unless given. */
  timeout?: number;
}

/** What is sent to the portal: as for `fetch`, with the headers as a record. */
export type PortalRequest = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** A response with its complete body. A response that breaks off is an error. */
export interface TextResponse {
  ok: boolean;
  status: number;
  headers: Headers;
  text: string;
}

const TIMEOUT = 30_000;

/** Sends a request once, by `send`. Rejects when no complete response comes in time, or `signal` aborts. Cookies are never sent. */
export async function fetchOnce(
  send: (init: PortalRequest) => Promise<Response>,
  { method, headers, body, signal, timeout = TIMEOUT }: FetchOptions,
): Promise<TextResponse> {
  const abort = new AbortController();
  const stop = () => {
    abort.abort();
  };
  const timer = setTimeout(stop, timeout);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const response = await send({
      credentials: 'omit',
      signal: abort.signal,
      ...(headers && { headers }),
      ...(method && { method }),
      ...(body !== undefined && { body }),
    });
    const { ok, status } = response;
    return { ok, status, headers: response.headers, text: await response.text() };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Waits; rejects with an `AbortError` when `signal` aborts meanwhile. */
export const delay = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('', 'AbortError'));
    });
  });
