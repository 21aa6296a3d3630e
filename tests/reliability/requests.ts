import { randomUUID } from 'node:crypto';

import { MUNICIPALITY_ORIGIN } from './portal-under-test.ts';

/** Asks the portal that runs at the moment, as a citizen or as nobody. Rejects when the connection breaks off. */
export type SendRequest = (path: string, init?: RequestInit, citizen?: string) => Promise<Response>;

/** Throws unless the portal that was killed has what it had acknowledged, and all of what it has. */
export type CheckAfterKill = (ask: SendRequest) => Promise<void>;

/** Writes something; gives what has to hold after that, however it ended. Throws where a portal that lives refuses. */
export type Writer = (ask: SendRequest, folder: string) => Promise<CheckAfterKill>;

/** What `work` gives; `undefined` where the connection broke off: the portal may have done it, or not. */
export async function valueUnlessCut<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

export async function expectStatus(response: Response, ...statuses: number[]): Promise<Response> {
  if (statuses.includes(response.status)) return response;
  throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
}

export const expectSame = (what: string, now: unknown, then: unknown) => {
  const [is, was] = [now, then].map((value) => JSON.stringify(value));
  if (is !== was) throw new Error(`${what} is ${is} and was ${was}`);
};

export const jsonPost = (body: object, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Sends something with a key; whatever became of it, the same key gives one and the same answer afterwards. */
export const sendWithKey =
  (path: string, body: object, citizen?: string) =>
  async (ask: SendRequest): Promise<[unknown, CheckAfterKill]> => {
    const init = jsonPost(body, { 'Idempotency-Key': `"${randomUUID()}"` });
    const send = async (now: SendRequest): Promise<unknown> =>
      (await expectStatus(await now(path, init, citizen), 200, 201, 202)).json();
    const answered = await valueUnlessCut(send(ask));
    return [
      answered,
      async (now) => {
        const again = await send(now);
        if (answered !== undefined) expectSame(path, again, answered);
        expectSame(path, await send(now), again);
      },
    ];
  };

/** A request to the portal at `url`. */
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
