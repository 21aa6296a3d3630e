import { readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { FILE_MAX_BYTES } from '../widgets/contract/form.ts';
import { JPEG, PDF, PNG, problemOf, sandbox, uploadOf } from './testing.ts';

describe('POST /v1/uploads', () => {
  it.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['application/pdf', PDF],
  ])('finds %s by its content, whatever it is called', async (type, content) => {
    const portal = await sandbox();
    const response = await portal.upload(content, 'фото ребёнка.exe');
    expect(response.status).toBe(201);
    expect(response.headers.get('Upload-Offset')).toBe(String(content.length));
    const upload = await uploadOf(response);
    expect(upload).toMatchObject({ name: 'фото ребёнка.exe', size: content.length, type });
    expect(response.headers.get('Location')).toBe(`/v1/uploads/${upload.id}`);
    expect(readFileSync(join(portal.uploads, upload.id))).toEqual(Buffer.from(content));
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Документы\\скан.pdf', 'скан.pdf'],
    ['злой\u202Egpj.exe\u0000', 'злойgpj.exe'],
  ])('keeps of the name %j only what people read', async (name, kept) => {
    const portal = await sandbox();
    expect(await uploadOf(await portal.upload(PDF, name))).toMatchObject({ name: kept });
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['another version of tus', { 'Tus-Resumable': '0.2.2' }, 412, 'tus-version'],
    ['another kind of request', { 'Content-Type': 'image/jpeg' }, 415, 'media-type'],
    ['no name', { 'Upload-Metadata': 'type aW1hZ2U=' }, 400, 'malformed'],
    ['an empty file', { 'Upload-Length': '0' }, 400, 'malformed'],
    ['a length that is no number', { 'Upload-Length': '1e3' }, 400, 'malformed'],
    ['a file that is too large', { 'Upload-Length': String(FILE_MAX_BYTES + 1) }, 413, 'too-large'],
    ['more than was said', { 'Upload-Length': '4' }, 400, 'malformed'],
    ['less than was said', { 'Upload-Length': '400' }, 400, 'malformed'],
  ])('refuses %s and keeps nothing', async (_, headers, status, type) => {
    const portal = await sandbox();
    expect(await problemOf(await portal.upload(JPEG, 'a.jpg', headers))).toMatchObject({ status, type });
    expect(readdirSync(portal.uploads)).toEqual([]);
  });

  it('refuses a program that is called a picture', async () => {
    const portal = await sandbox();
    const response = await portal.upload(new Uint8Array(Buffer.from('MZ program')), 'фото.jpg');
    expect(await problemOf(response)).toMatchObject({ status: 415, type: 'media-type' });
    expect(readdirSync(portal.uploads)).toEqual([]);
  });

  it('takes the largest file that is allowed', async () => {
    const portal = await sandbox();
    const content = new Uint8Array(FILE_MAX_BYTES);
    content.set(JPEG);
    expect((await portal.upload(content)).status).toBe(201);
  });

  it('keeps nothing of a file that breaks off', async () => {
    const portal = await sandbox();
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
    await expect.poll(() => readdirSync(portal.uploads)).toHaveLength(1);
    upload.destroy();
    await expect.poll(() => readdirSync(portal.uploads)).toEqual([]);
  });
});
