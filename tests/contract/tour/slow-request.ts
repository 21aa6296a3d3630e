import { once } from 'node:events';
import { statSync } from 'node:fs';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';

import { expect, vi } from 'vitest';

import { PAGE_ORIGIN, PDF } from '../../../api-mocks/testing.ts';
import { API } from '../../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../../widgets/contract/openapi/operation.ts';
import { sendAsAnna, httpRequestOf } from './send-request.ts';
import type { RequestParts, TourSandbox } from './scenario.ts';

/** Longer (ms) than the portal waits for anything. */
const LONG = 30_000;

/** Sends a request but for the last byte of its body. */
function sendAllButLastByte(
  portal: TourSandbox,
  { path, method, headers, body }: ReturnType<typeof httpRequestOf>,
): ClientRequest {
  const bytes = Buffer.from(body ?? '');
  const sending = request(portal.url() + path, {
    method,
    headers: { Origin: PAGE_ORIGIN, ...headers, 'Content-Length': bytes.length },
  });
  sending.on('error', () => undefined).write(bytes.subarray(0, -1));
  return sending;
}

/** Lets the portal's timers run until the response comes. Gives its status. Fake timers make minutes pass at once. */
async function statusAfterTimeout(response: Promise<number | undefined>): Promise<number | undefined> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let status: number | undefined;
  void response.then((received) => (status = received));
  try {
    await expect
      .poll(() => {
        vi.advanceTimersByTime(LONG);
        return status;
      })
      .toBeDefined();
  } finally {
    vi.useRealTimers();
  }
  return status;
}

/** Status of the response to a request whose body never ends. */
export async function statusWhenSlow(portal: TourSandbox, operation: Operation, parts: RequestParts) {
  const sending = sendAllButLastByte(portal, httpRequestOf(portal, operation, parts));
  const responded = async () => {
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
    return response.statusCode;
  };
  const status = await statusAfterTimeout(responded());
  sending.destroy();
  return status;
}

/** Status of the response to a request that is sent a second time while the first one has not ended. */
export async function statusOfSecond(portal: TourSandbox, operation: Operation, parts: RequestParts) {
  const first = httpRequestOf(portal, operation, parts);
  const sending = sendAllButLastByte(portal, first);
  await expect.poll(() => portal.context().inFlight.size).toBe(1);
  const { status } = await sendAsAnna(portal, operation, { ...parts, headers: first.headers });
  sending.destroy();
  return status;
}

/** Status of the response to a request for an upload while a chunk of it arrives and does not end. */
export async function statusDuringChunk(portal: TourSandbox, operation: Operation, parts: RequestParts) {
  const chunk = { ...parts, headers: { ...parts.headers, 'Upload-Offset': '0' }, bytes: PDF };
  const sending = sendAllButLastByte(portal, httpRequestOf(portal, API.appendUpload, chunk));
  const file = join(portal.uploadFolder, parts.params?.['id'] ?? '');
  await expect.poll(() => statSync(file).size).toBeGreaterThan(0);
  const status = await statusAfterTimeout(
    sendAsAnna(portal, operation, parts).then((response) => response.status),
  );
  sending.destroy();
  return status;
}
