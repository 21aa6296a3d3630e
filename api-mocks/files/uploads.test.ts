import { readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { FILE_MAX_BYTES } from '../../widgets/contract/uploads/limits.ts';
import { JPEG, TEST_NOW, PDF, PNG, readProblem, startTestSandbox, waitForUpload } from '../testing.ts';
import { readUpload } from './upload-files.ts';

const DAY = 86_400_000;
const HEAD = { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } };
const idIn = (response: Response) => response.headers.get('Location')?.split('/').at(-1) ?? '';

describe('POST /v1/uploads', () => {
  it.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['application/pdf', PDF],
  ])('finds %s by its content, whatever it is called', async (type, content) => {
    const portal = await startTestSandbox();
    const response = await portal.sendUpload(content, 'фото ребёнка.exe');
    expect(response.status).toBe(201);
    expect(response.headers.get('Upload-Offset')).toBe(String(content.length));
    const upload = await waitForUpload(response);
    expect(upload).toMatchObject({ name: 'фото ребёнка.exe', size: content.length, type });
    expect(response.headers.get('Location')).toBe(`/v1/uploads/${upload.id}`);
    expect(await readUpload(portal.context(), upload.id)).toEqual(Buffer.from(content));
  });

  it('leaves neither content nor name readable on the disk', async () => {
    const portal = await startTestSandbox();
    const { id } = await waitForUpload(await portal.sendUpload(PDF, 'паспорт.pdf'));
    expect(readFileSync(join(portal.uploadFolder, id)).toString('latin1')).not.toContain('document');
    using db = new DatabaseSync(portal.db, { readOnly: true });
    const row = Object.values(db.prepare('SELECT * FROM uploads').get() ?? {});
    expect(Buffer.concat(row.map((value) => Buffer.from(String(value)))).toString()).not.toContain('паспорт');
    expect(Buffer.concat(row.filter((value) => value instanceof Uint8Array)).toString()).not.toContain(
      'паспорт',
    );
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Документы\\скан.pdf', 'скан.pdf'],
    ['злой\u202Egpj.exe\u0000', 'злойgpj.exe'],
  ])('keeps of the name %j only what people read', async (name, kept) => {
    const portal = await startTestSandbox();
    expect(await waitForUpload(await portal.sendUpload(PDF, name))).toMatchObject({ name: kept });
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['another version of tus', { 'Tus-Resumable': '0.2.2' }, 412, 'tus-version'],
    ['another kind of request', { 'Content-Type': 'image/jpeg' }, 415, 'media-type'],
    ['no name', { 'Upload-Metadata': 'type aW1hZ2U=' }, 400, 'malformed'],
    ['an empty file', { 'Upload-Length': '0' }, 400, 'malformed'],
    ['a length that is no number', { 'Upload-Length': '1e3' }, 400, 'malformed'],
    ['a length that comes later', { 'Upload-Defer-Length': '1' }, 400, 'malformed'],
    ['a part of another file', { 'Upload-Concat': 'partial' }, 400, 'malformed'],
    ['a file that is too large', { 'Upload-Length': String(FILE_MAX_BYTES + 1) }, 413, 'too-large'],
    ['more than was said', { 'Upload-Length': '4' }, 413, 'too-large'],
  ])('refuses %s and keeps nothing', async (_, headers, status, type) => {
    const portal = await startTestSandbox();
    const response = await portal.sendUpload(JPEG, 'a.jpg', headers);
    expect(response.headers.get('Tus-Resumable')).toBe('1.0.0');
    expect(await readProblem(response)).toMatchObject({ status, type });
    expect(readdirSync(portal.uploadFolder)).toEqual([]);
  });

  it('refuses a program that is called a picture', async () => {
    const portal = await startTestSandbox();
    const response = await portal.sendUpload(new Uint8Array(Buffer.from('MZ program')), 'фото.jpg');
    expect(await readProblem(response)).toMatchObject({ status: 415, type: 'media-type' });
    expect(readdirSync(portal.uploadFolder)).toEqual([]);
  });

  it.each([
    ['broken', JPEG.subarray(0, -2)],
    ['locked', new Uint8Array(Buffer.from('%PDF-1.7 trailer << /Encrypt 5 0 R >> startxref 0 %%EOF'))],
  ])('tells who asks that a file is %s, and keeps nothing of it', async (refusal, content) => {
    const portal = await startTestSandbox();
    const response = await portal.sendUpload(content);
    expect(response.status).toBe(201);
    const record: unknown = await (await portal.call(response.headers.get('Location') ?? '')).json();
    expect(record).toMatchObject({ state: 'refused', refusal });
    expect(readdirSync(portal.uploadFolder)).toEqual([]);
  });

  it('takes the largest file that is allowed', async () => {
    const portal = await startTestSandbox();
    const content = new Uint8Array(FILE_MAX_BYTES);
    content.set(PDF);
    expect((await portal.sendUpload(content)).status).toBe(201);
  });

  it('keeps nothing of a file whose first piece breaks off', async () => {
    const portal = await startTestSandbox();
    const upload = request(`${portal.url()}/v1/uploads`, {
      method: 'POST',
      headers: {
        'Tus-Resumable': '1.0.0',
        'Upload-Length': 1000,
        'Content-Length': 1000,
        'Upload-Metadata': 'filename YQ==',
        'Content-Type': 'application/offset+octet-stream',
      },
    });
    upload.on('error', () => undefined).write(JPEG);
    await expect.poll(() => readdirSync(portal.uploadFolder)).toHaveLength(1);
    upload.destroy();
    await expect.poll(() => readdirSync(portal.uploadFolder)).toEqual([]);
  });

  it('says what tus can do here', async () => {
    const portal = await startTestSandbox();
    const { headers } = await portal.call('/v1/uploads', { method: 'OPTIONS' });
    expect(headers.get('Tus-Version')).toBe('1.0.0');
    expect(headers.get('Tus-Extension')).toContain('checksum');
    expect(headers.get('Tus-Checksum-Algorithm')).toBe('sha1,sha256');
    expect(headers.get('Tus-Max-Size')).toBe(String(FILE_MAX_BYTES));
  });

  it('takes no more files at once from one address than can be on their way', async () => {
    const portal = await startTestSandbox();
    const begin = () => portal.sendUpload(new Uint8Array(), 'a.jpg', { 'Upload-Length': '9' });
    const first = await begin();
    for (let i = 1; i < 50; i++) expect((await begin()).status).toBe(201);
    const response = await begin();
    expect(response.headers.get('Retry-After')).not.toBeNull();
    expect(await readProblem(response)).toMatchObject({ status: 429, type: 'too-many-tries' });
    await portal.call(first.headers.get('Location') ?? '', { ...HEAD, method: 'DELETE' });
    expect((await begin()).status).toBe(201);
  });
});

describe('an upload', () => {
  it('is not there for another citizen', async () => {
    const portal = await startTestSandbox();
    const path =
      (await portal.sendUpload(JPEG, 'a.jpg', portal.headersOf('anna'))).headers.get('Location') ?? '';
    for (const method of ['GET', 'HEAD', 'DELETE'])
      expect(
        (await portal.call(path, { method, headers: { ...HEAD.headers, ...portal.headersOf('ivan') } }))
          .status,
      ).toBe(404);
    expect((await portal.call(path, { headers: portal.headersOf('anna') })).status).toBe(200);
    expect((await portal.call(path)).status).toBe(200);
  });

  it('goes when it is deleted', async () => {
    const portal = await startTestSandbox();
    const path = (await portal.sendUpload(JPEG)).headers.get('Location') ?? '';
    expect((await portal.call(path, { ...HEAD, method: 'DELETE' })).status).toBe(204);
    expect((await portal.call(path, HEAD)).status).toBe(404);
    expect((await portal.call(path, { ...HEAD, method: 'DELETE' })).status).toBe(404);
    expect(readdirSync(portal.uploadFolder)).toEqual([]);
  });

  it('is forgotten a day after its last piece, and when it is whole, after a week', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    const begun = idIn(await portal.sendUpload(JPEG, 'a.jpg', { 'Upload-Length': '400' }));
    const { id: whole } = await waitForUpload(await portal.sendUpload(JPEG));
    const left = async () => {
      await portal.restart();
      return readdirSync(portal.uploadFolder);
    };
    now = new Date(TEST_NOW.getTime() + DAY - 1);
    expect(await left()).toHaveLength(2);
    now = new Date(TEST_NOW.getTime() + DAY);
    expect((await portal.call(`/v1/uploads/${begun}`)).status).toBe(404);
    expect(await left()).toEqual([whole]);
    now = new Date(TEST_NOW.getTime() + 7 * DAY);
    expect(await left()).toEqual([]);
  });
});
