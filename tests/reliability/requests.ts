import { randomUUID } from 'node:crypto';

import { MUNICIPALITY_ORIGIN } from './portal-under-test.ts';

/**
 * Sends a request to the running portal, as a citizen or without a token. Rejects with a `TypeError` if the connection breaks.
 */
export type SendRequest = (path: string, init?: RequestInit, citizen?: string) => Promise<Response>;

/** Checks after a kill that the portal has what it had acknowledged, completely. Rejects if it does not. */
export type CheckAfterKill = (ask: SendRequest) => Promise<void>;

/**
 * Writes something. Gives the check that has to pass afterwards, whether it was acknowledged or not. Rejects if a living portal
 * refuses it.
 */
export type Writer = (ask: SendRequest, folder: string) => Promise<CheckAfterKill>;

/** Gives what `work` gives, or `undefined` if the connection broke: then the portal may have done it, or not. */
export async function valueUnlessCut<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Gives the response if it has one of the statuses. Throws an `Error` with its text otherwise. */
export async function expectStatus(response: Response, ...statuses: number[]): Promise<Response> {
  if (statuses.includes(response.status)) return response;
  throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
}

/** Throws an `Error` if two values differ as JSON. `what` names them. */
export const expectSame = (what: string, now: unknown, then: unknown) => {
  const [is, was] = [now, then].map((value) => JSON.stringify(value));
  if (is !== was) throw new Error(`${what} is ${is} and was ${was}`);
};

/** Makes a POST of JSON for `fetch`. */
export const jsonPost = (body: object, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/**
 * Posts something with a new `Idempotency-Key`. Gives the response, `undefined` if the connection broke, and a check: the same
 * request with the same key, sent twice more, gives the same response.
 */
export const sendWithKey =
  (path: string, body: object, citizen?: string) =>
  async (ask: SendRequest): Promise<[unknown, CheckAfterKill]> => {
    const init = jsonPost(body, { 'Idempotency-Key': `"${randomUUID()}"` });
    const send = async (now: SendRequest): Promise<unknown> =>
      (await expectStatus(await now(path, init, citizen), 200, 201, 202)).json();
    const response = await valueUnlessCut(send(ask));
    return [
      response,
      async (now) => {
        const again = await send(now);
        if (response !== undefined) expectSame(path, again, response);
        expectSame(path, await send(now), again);
      },
    ];
  };

/** Makes a function that sends requests to the portal at `url`. `tokens` has access tokens by the ids of citizens. */
export const requestSender =
  ({ url, tokens }: { url: string; tokens: Record<string, string> }): SendRequest =>
  (path, init = {}, citizen) =>
    fetch(url + path, {
      ...init,
      headers: {
        Origin: MUNICIPALITY_ORIGIN,
        ...(init.headers as Record<string, string>),
        ...(citizen !== undefined && { Authorization: `Bearer ${tokens[citizen] ?? ''}` }),
      },
    });
