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

/** Longer than the portal waits for anything. */
const LONG = 30_000;

/** Begins a request, and keeps the last byte of its body back. */
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

/** What is answered when the portal has waited long enough. */
async function statusAfterTimeout(answer: Promise<number | undefined>): Promise<number | undefined> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let status: number | undefined;
  void answer.then((known) => (status = known));
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

/** The answer to a request whose body never comes to its end. */
export async function statusWhenSlow(portal: TourSandbox, operation: Operation, ask: RequestParts) {
  const sending = sendAllButLastByte(portal, httpRequestOf(portal, operation, ask));
  const answered = async () => {
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    await once(answer.resume(), 'end');
    return answer.statusCode;
  };
  const status = await statusAfterTimeout(answered());
  sending.destroy();
  return status;
}

/** The answer to a request that comes a second time while the first is still on its way. */
export async function statusOfSecond(portal: TourSandbox, operation: Operation, ask: RequestParts) {
  const first = httpRequestOf(portal, operation, ask);
  const sending = sendAllButLastByte(portal, first);
  await expect.poll(() => portal.context().inFlight.size).toBe(1);
  const { status } = await sendAsAnna(portal, operation, { ...ask, headers: first.headers });
  sending.destroy();
  return status;
}

/** The answer to who asks for a file of which a piece is on its way and does not end. */
export async function statusWhilePieceComes(portal: TourSandbox, operation: Operation, ask: RequestParts) {
  const piece = { ...ask, headers: { ...ask.headers, 'Upload-Offset': '0' }, bytes: PDF };
  const sending = sendAllButLastByte(portal, httpRequestOf(portal, API.appendUpload, piece));
  const file = join(portal.uploadFolder, ask.params?.['id'] ?? '');
  await expect.poll(() => statSync(file).size).toBeGreaterThan(0);
  const status = await statusAfterTimeout(sendAsAnna(portal, operation, ask).then((answer) => answer.status));
  sending.destroy();
  return status;
}
