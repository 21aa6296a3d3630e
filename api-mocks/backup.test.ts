import { execFile } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { readUpload } from './files/upload-files.ts';
import {
  EXAMPLE_ANSWERS,
  JPEG,
  exampleApplication,
  newIdempotencyKey,
  startTestSandbox,
  waitForUpload,
} from './testing.ts';

type TestPortal = Awaited<ReturnType<typeof startTestSandbox>>;

const run = (script: 'backup' | 'restore', ...args: string[]) =>
  promisify(execFile)(process.execPath, [`api-mocks/${script}.ts`, ...args]);
/** What a command rejects with that says in one sentence why it does nothing. */
const refusal = (words: string) => ({
  code: 1,
  stderr: expect.stringMatching(new RegExp(`^[^\n]*${words}[^\n]*\n$`)) as string,
});

/** Copies a portal, and its key to another place. Gives the arguments that restore it to `db`, and the folder of the copy. */
async function backUp(portal: TestPortal, db: string) {
  const folder = join(dirname(portal.db), 'backups');
  const [from, key] = [join(folder, 'monday'), join(folder, 'key')];
  const { stdout } = await run('backup', '--db', portal.db, '--to', from);
  expect(stdout).toContain(`Ключ ${portal.db}.key храните отдельно`);
  copyFileSync(`${portal.db}.key`, key);
  return { from, key, args: ['--from', from, '--key', key, '--db', db] };
}

function destroy({ db, uploadFolder }: TestPortal): void {
  for (const path of [db, `${db}-wal`, `${db}-shm`, `${db}.key`, uploadFolder])
    rmSync(path, { recursive: true, force: true });
}

/** By path: a number cuts the file to so many bytes, a text or bytes replace it, `gone` deletes it. */
type Damage = Record<string, number | Uint8Array | string>;

function doDamage(damage: Damage): void {
  for (const [path, change] of Object.entries(damage))
    if (change === 'gone') rmSync(path, { recursive: true });
    else if (typeof change === 'number') truncateSync(path, change);
    else writeFileSync(path, change);
}

const HALF = 30_000;
const BYTES = new Uint8Array(2 * HALF).fill(7);
BYTES.set(JPEG);
const TUS = { 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream' };

/** Makes a case with a file, a draft and a half-sent file. Gives a function that asks the portal for all of it. */
async function fillPortal(portal: TestPortal) {
  const upload = await waitForUpload(await portal.sendUpload(JPEG));
  const body = exampleApplication({ ...EXAMPLE_ANSWERS, benefitDocument: [upload] });
  const key = newIdempotencyKey();
  const created = await portal.sendApplication(body, key);
  const draft = `/v1/drafts/${crypto.randomUUID()}`;
  const content = { service: 'detskiy-sad', formVersion: 'v1', answers: EXAMPLE_ANSWERS, step: 0 };
  await portal.call(draft, {
    method: 'PUT',
    headers: { ...portal.headersOf('anna'), 'Content-Type': 'application/json', 'If-None-Match': '*' },
    body: JSON.stringify(content),
  });
  const half = await portal.sendUpload(BYTES.subarray(0, HALF), 'скан.jpg', {
    'Upload-Length': String(BYTES.length),
  });
  const location = half.headers.get('Location') ?? '';
  const readAll = async () => ({
    status: await portal.status(created),
    sentAgain: await portal.sendApplication(body, key),
    draft: await (await portal.call(draft, { headers: portal.headersOf('anna') })).text(),
    file: (await readUpload(portal.context(), upload.id)).toString('base64'),
    offset: (await portal.call(location, { method: 'HEAD', headers: TUS })).headers.get('Upload-Offset'),
  });
  return { location, readAll };
}

describe('a backup', () => {
  it('of a running portal brings back cases, drafts, files, half-sent files and answers by key', async () => {
    const portal = await startTestSandbox();
    const { location, readAll } = await fillPortal(portal);
    const before = await readAll();
    const { args } = await backUp(portal, portal.db);
    await portal.sendApplication();
    await portal.stop();
    destroy(portal);
    expect((await run('restore', ...args)).stdout).toContain('Портал восстановлен');
    await portal.restart();
    expect(await readAll()).toEqual(before);
    expect(before).toMatchObject({ offset: String(HALF), file: Buffer.from(JPEG).toString('base64') });
    const headers = { ...TUS, 'Upload-Offset': String(HALF) };
    await portal.call(location, { method: 'PATCH', headers, body: BYTES.subarray(HALF) });
    const id = location.split('/').at(-1) ?? '';
    expect(await readUpload(portal.context(), id)).toEqual(Buffer.from(BYTES));
    expect(readdirSync(dirname(portal.db)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('says when there is nothing to copy, and never writes over another one', async () => {
    const nothing = run('backup', '--db', '/nowhere/sandbox.sqlite');
    await expect(nothing).rejects.toMatchObject(refusal('Базы /nowhere/sandbox.sqlite нет'));
    const portal = await startTestSandbox();
    const { from } = await backUp(portal, portal.db);
    await expect(run('backup', '--db', portal.db, '--to', from)).rejects.toMatchObject(refusal('уже есть'));
  });

  it('is not made while a file of the database is missing', async () => {
    const portal = await startTestSandbox();
    const { id } = await waitForUpload(await portal.sendUpload(JPEG));
    truncateSync(join(portal.uploadFolder, id), 3);
    const to = join(dirname(portal.db), 'copy');
    await expect(run('backup', '--db', portal.db, '--to', to)).rejects.toMatchObject(
      refusal(`нет файла uploads/${id}`),
    );
    expect(readdirSync(dirname(portal.db))).not.toContain('copy');
  });
});

describe('restoring', () => {
  it('never writes over a portal, unless told so, and never over a running one', async () => {
    const portal = await startTestSandbox();
    const kept = await portal.sendApplication();
    const { args } = await backUp(portal, portal.db);
    const later = await portal.sendApplication();
    await expect(run('restore', ...args)).rejects.toMatchObject(refusal('уже есть.*--force'));
    await expect(run('restore', ...args, '--force')).rejects.toMatchObject(
      refusal('работает портал. Остановите'),
    );
    expect((await portal.status(later)).number).toBe(later.number);
    await portal.stop();
    await run('restore', ...args, '--force');
    await portal.restart();
    expect((await portal.status(kept)).number).toBe(kept.number);
    await expect(portal.status(later)).rejects.toThrow();
  });

  it('never writes over files without a database, or over another key', async () => {
    const portal = await startTestSandbox();
    const folder = join(dirname(portal.db), 'other');
    const { args } = await backUp(portal, join(folder, 'sandbox.sqlite'));
    mkdirSync(join(folder, 'uploads'), { recursive: true });
    for (const name of ['uploads/file', 'sandbox.sqlite.key']) {
      writeFileSync(join(folder, name), 'other');
      await expect(run('restore', ...args)).rejects.toMatchObject(refusal('уже есть'));
      expect(readFileSync(join(folder, name), 'utf8')).toBe('other');
      rmSync(join(folder, name));
    }
    await run('restore', ...args);
  });

  it('refuses a backup that is damaged, cut or foreign, and leaves nothing behind', async () => {
    const portal = await startTestSandbox();
    const { id } = await waitForUpload(await portal.sendUpload(JPEG));
    const target = join(dirname(portal.db), 'target');
    const { from, key, args } = await backUp(portal, join(target, 'sandbox.sqlite'));
    mkdirSync(target);
    const folder = dirname(from);
    cpSync(folder, `${folder}.whole`, { recursive: true });
    const file = `${from}/uploads/${id}`;
    const [database, list] = [`${from}/sandbox.sqlite`, `${from}/SHA256SUMS`];
    const [first = ''] = readFileSync(list, 'utf8').split('\n');
    const damages: [words: string, damage: Damage][] = [
      ['sandbox.sqlite изменился', { [database]: 8192 }],
      ['sandbox.sqlite изменился', { [database]: 'not a database' }],
      ['изменился', { [file]: Buffer.from(JPEG) }],
      ['нет файла uploads', { [file]: 'gone' }],
      ['нет файла sandbox.sqlite', { [database]: 'gone' }],
      ['нет списка файлов', { [list]: 'gone' }],
      ['нет в списке', { [list]: 0 }],
      ['нет в списке', { [list]: 100 }],
      ['нет в списке', { [`${from}/more`]: 'more' }],
      ['нет файла uploads', { [file]: 'gone', [list]: `${first}\n` }],
      ['ключа .* испорчен', { [key]: 16 }],
      ['от другой базы', { [key]: Buffer.alloc(32, 1) }],
      ['Файла ключа .* нет', { [key]: 'gone' }],
      ['Назовите папку', { [from]: 'gone' }],
    ];
    for (const [words, damage] of damages) {
      doDamage(damage);
      await expect(run('restore', ...args)).rejects.toMatchObject(refusal(words));
      expect(readdirSync(target)).toEqual([]);
      rmSync(folder, { recursive: true });
      cpSync(`${folder}.whole`, folder, { recursive: true });
    }
    await run('restore', ...args);
  });
});
