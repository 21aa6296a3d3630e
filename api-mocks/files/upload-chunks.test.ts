import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { PDF, readProblem, startTestSandbox } from '../testing.ts';
import { readUpload } from './upload-files.ts';

const TUS = { 'Tus-Resumable': '1.0.0' };
const MEDIA = { ...TUS, 'Content-Type': 'application/offset+octet-stream' };
/** In two pieces, neither of which ends where a block of the cipher does. */
const FIRST = PDF.subarray(0, 7);
const SECOND = PDF.subarray(7);

const checksum = (algorithm: string, piece: Uint8Array) =>
  `${algorithm} ${createHash(algorithm).update(piece).digest('base64')}`;

/** A file that has begun, with nothing in it yet. */
async function begun(citizen?: string) {
  const portal = await startTestSandbox();
  const signedIn = citizen === undefined ? {} : portal.headersOf(citizen);
  const length = { 'Upload-Length': String(PDF.length), ...signedIn };
  const path = (await portal.sendUpload(new Uint8Array(), 'a.pdf', length)).headers.get('Location') ?? '';
  const id = path.split('/').at(-1) ?? '';
  return {
    portal,
    path,
    id,
    append: (offset: number, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      portal.call(path, {
        method: 'PATCH',
        headers: { ...MEDIA, 'Upload-Offset': String(offset), ...headers },
        body,
      }),
    offset: async () => {
      const { headers } = await portal.call(path, { method: 'HEAD', headers: TUS });
      return Number(headers.get('Upload-Offset') ?? NaN);
    },
    /** A piece that is on its way, and does not come to its end. */
    half: (headers: Record<string, string | number> = {}): ClientRequest => {
      const sending = request(portal.url() + path, {
        method: 'PATCH',
        headers: { ...MEDIA, 'Upload-Offset': 0, 'Content-Length': PDF.length, ...headers },
      });
      sending.on('error', () => undefined).write(FIRST);
      return sending;
    },
    content: async () => Buffer.from(await readUpload(portal.context(), id)).toString(),
  };
}

describe('PATCH /v1/uploads/{id}', () => {
  it('goes on where the last piece ended', async () => {
    const { append, offset, content, portal, path } = await begun();
    const response = await append(0, FIRST);
    expect(response.status).toBe(204);
    expect(response.headers.get('Upload-Offset')).toBe('7');
    expect(response.headers.get('Upload-Expires')).toBe('Sat, 21 Nov 2026 05:00:00 GMT');
    expect(await offset()).toBe(7);
    await portal.restart();
    expect((await append(7, SECOND)).headers.get('Upload-Offset')).toBe(String(PDF.length));
    expect(await content()).toBe(Buffer.from(PDF).toString());
    const head = await portal.call(path, { method: 'HEAD', headers: TUS });
    expect(head.headers.get('Upload-Length')).toBe(String(PDF.length));
    expect(head.headers.get('Cache-Control')).toBe('no-store');
  });

  it.each([3, 8, PDF.length])(
    'refuses a piece that begins at %i, elsewhere than the file ends',
    async (at) => {
      const { append, offset } = await begun();
      await append(0, FIRST);
      const response = await append(at, new Uint8Array());
      expect(await readProblem(response)).toMatchObject({ status: 409, type: 'wrong-offset' });
      expect(await offset()).toBe(7);
    },
  );

  it('refuses more than the file was said to have', async () => {
    const { append, offset } = await begun();
    await append(0, FIRST);
    expect(await readProblem(await append(7, PDF))).toMatchObject({ status: 413, type: 'too-large' });
    expect(await offset()).toBe(7);
  });

  it('takes nothing more when the file is whole', async () => {
    const { append, content } = await begun();
    await append(0, PDF);
    expect((await append(PDF.length, new Uint8Array())).status).toBe(204);
    expect(await readProblem(await append(PDF.length, FIRST))).toMatchObject({ type: 'too-large' });
    expect(await content()).toBe(Buffer.from(PDF).toString());
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['another kind of body', { 'Content-Type': 'application/octet-stream' }, 415, 'media-type'],
    ['no version of tus', { 'Tus-Resumable': '' }, 412, 'tus-version'],
    ['a length that the file has already', { 'Upload-Length': '400' }, 400, 'malformed'],
    ['a place that is no number', { 'Upload-Offset': '0x0' }, 400, 'malformed'],
  ])('refuses %s', async (_, headers, status, type) => {
    const { append } = await begun();
    expect(await readProblem(await append(0, FIRST, headers))).toMatchObject({ status, type });
  });

  it('keeps what had come when the connection broke off', async () => {
    const { half, offset, append, content } = await begun();
    const sending = half();
    await expect.poll(() => sending.writableLength).toBe(0);
    sending.destroy();
    await expect.poll(offset).toBe(7);
    await append(7, SECOND);
    expect(await content()).toBe(Buffer.from(PDF).toString());
  });

  it('writes over bytes that were never acknowledged', async () => {
    const { portal, id, append, content } = await begun();
    await append(0, FIRST);
    // The portal was killed in the middle of a piece.
    appendFileSync(join(portal.uploadFolder, id), 'half a piece');
    await append(7, SECOND);
    expect(await content()).toBe(Buffer.from(PDF).toString());
  });

  it('lets one piece in where two come at once', async () => {
    const { append, content } = await begun();
    const answers = await Promise.all([append(0, PDF), append(0, PDF)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await content()).toBe(Buffer.from(PDF).toString());
  });

  it('takes over from a piece whose connection is dead', async () => {
    const { half, offset, append, content } = await begun();
    const dead = half();
    await expect.poll(offset, { timeout: 10_000 }).toBe(7);
    expect((await append(7, SECOND)).status).toBe(204);
    dead.destroy();
    expect(await content()).toBe(Buffer.from(PDF).toString());
  });

  it('does not let a stranger interrupt a piece', async () => {
    const { portal, half, path, append, content } = await begun('anna');
    const sending = half({ ...portal.headersOf('anna') });
    await expect.poll(() => sending.writableLength).toBe(0);
    const stranger = await portal.call(path, {
      method: 'HEAD',
      headers: { ...TUS, ...portal.headersOf('ivan') },
    });
    expect(stranger.status).toBe(404);
    sending.end(SECOND);
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(204);
    expect((await append(PDF.length, new Uint8Array())).status).toBe(204);
    expect(await content()).toBe(Buffer.from(PDF).toString());
  });

  it.each(['HEAD', 'GET', 'PATCH', 'DELETE'])('reads the row of the file once for a %s', async (method) => {
    const { portal, path, append } = await begun();
    const prepare = vi.spyOn(portal.context().db, 'prepare');
    const { ok } =
      method === 'PATCH' ? await append(0, FIRST) : await portal.call(path, { method, headers: TUS });
    expect(ok).toBe(true);
    const reads = prepare.mock.calls.filter(([sql]) => /^SELECT .* FROM uploads/.test(sql));
    expect(reads).toHaveLength(1);
  });

  it('keeps a refused file refused', async () => {
    const { portal, path, append } = await begun();
    const program = new Uint8Array(PDF.length).fill(1);
    expect(await readProblem(await append(0, program))).toMatchObject({ status: 415, type: 'media-type' });
    const record: unknown = await (await portal.call(path)).json();
    expect(record).toMatchObject({ state: 'refused', refusal: 'type', received: PDF.length });
    expect((await append(PDF.length, new Uint8Array())).status).toBe(204);
  });
});

describe('Upload-Checksum', () => {
  it.each(['sha1', 'sha256'])('lets in a piece with the right %s', async (algorithm) => {
    const { append, content } = await begun();
    const sums = [FIRST, SECOND].map((piece) => ({ 'Upload-Checksum': checksum(algorithm, piece) }));
    expect((await append(0, FIRST, sums[0])).status).toBe(204);
    expect((await append(7, SECOND, sums[1])).status).toBe(204);
    expect(await content()).toBe(Buffer.from(PDF).toString());
  });

  it.each(['sha1', 'sha256'])('keeps out a piece with a wrong %s', async (algorithm) => {
    const { append, offset, content } = await begun();
    await append(0, FIRST);
    const wrong = await append(7, SECOND, { 'Upload-Checksum': checksum(algorithm, FIRST) });
    expect(await readProblem(wrong)).toMatchObject({ status: 460, type: 'checksum' });
    expect(await offset()).toBe(7);
    await append(7, SECOND);
    expect(await content()).toBe(Buffer.from(PDF).toString());
  });

  it('keeps out half a piece', async () => {
    const { half, offset } = await begun();
    const sending = half({ 'Upload-Checksum': checksum('sha1', PDF) });
    await expect.poll(() => sending.writableLength).toBe(0);
    sending.destroy();
    expect(await offset()).toBe(0);
  });

  it('is of a kind that the portal knows', async () => {
    const { append } = await begun();
    const response = await append(0, FIRST, { 'Upload-Checksum': 'md5 CY9rzUYh03PK3k6DJie09g==' });
    expect(await readProblem(response)).toMatchObject({ status: 400, type: 'malformed' });
  });

  it('holds for a piece that comes with the beginning', async () => {
    const portal = await startTestSandbox();
    const send = (piece: Uint8Array) =>
      portal.sendUpload(PDF, 'a.pdf', { 'Upload-Checksum': checksum('sha256', piece) });
    expect((await send(PDF)).status).toBe(201);
    expect(await readProblem(await send(FIRST))).toMatchObject({ status: 460 });
  });
});
