import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createHttpServer } from './http-server.ts';
import { readProblem, startTestSandbox } from '../testing.ts';

/** Sends bytes as they are; gives the answer, when the server has closed the connection. */
async function send(url: string, bytes: string): Promise<Response> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  const [head = '', body] = text.split('\r\n\r\n');
  const [line = '', ...headers] = head.split('\r\n');
  return new Response(body, {
    status: Number(line.split(' ')[1]),
    headers: headers.map((header) => header.split(': ') as [string, string]),
  });
}

const LINES = 'GET /v1/services HTTP/1.1\r\nHost: localhost\r\n';

describe('what Node itself refuses', () => {
  it.each([
    ['20 KB of headers', `${LINES}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
    [
      'an address of 20 KB',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    ['no HTTP', 'hello\r\n\r\n', 400, 'malformed'],
    ['two lengths', `${LINES}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400, 'malformed'],
    [
      'a length and pieces',
      `${LINES.replace('GET', 'POST')}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
      'malformed',
    ],
    ['a zero byte', `${LINES}X: a\0b\r\n\r\n`, 400, 'malformed'],
    [
      'an impossible host',
      'GET /v1/services HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
      400,
      'malformed',
    ],
  ])('is a problem: %s', async (_, bytes, status, type) => {
    const portal = await startTestSandbox();
    expect(await readProblem(await send(portal.url(), bytes))).toMatchObject({ status, type });
  });

  it('is a thousand headers: the rest is not read', async () => {
    const portal = await startTestSandbox();
    const bytes = `${LINES}${'A: b\r\n'.repeat(3000)}\r\n`;
    expect(await readProblem(await send(portal.url(), bytes))).toMatchObject({ status: 431 });
  });

  it('is who does not come to the end of the headers', async () => {
    const server = createHttpServer(new Hono(), { headersTimeout: 100, connectionsCheckingInterval: 20 });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const url = `http://localhost:${(server.address() as AddressInfo).port}`;
    expect(await readProblem(await send(url, LINES))).toMatchObject({ status: 408, type: 'slow' });
  });

  it('leaves the portal well', async () => {
    const portal = await startTestSandbox();
    await send(portal.url(), 'hello\r\n\r\n');
    expect((await fetch(`${portal.url()}/health`)).status).toBe(200);
  });
});

describe('a connection of which one side is closed', () => {
  it.each([
    ['by the client, while a stream goes on', 'GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n', true],
    ['by the portal, which has refused it', 'hello\r\n\r\n', false],
  ])('ends after a while: %s', async (_, bytes, isClosedByClient) => {
    const app = new Hono();
    app.get('/stream', () => new Response(new ReadableStream()));
    const server = createHttpServer(app, {}, 100);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined).resume();
    if (isClosedByClient) socket.end(bytes);
    else socket.write(bytes);
    const countConnections = () =>
      new Promise<number>((done) => {
        server.getConnections((_error, count) => {
          done(count);
        });
      });
    await once(socket, 'end');
    await expect.poll(countConnections, { timeout: 5000 }).toBe(0);
  });
});
