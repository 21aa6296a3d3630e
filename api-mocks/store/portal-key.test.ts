import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { JPEG, startTestSandbox } from '../testing.ts';
import { openDatabase } from './database.ts';

const keyOf = ({ db }: { db: string }) => `${db}.key`;

describe('a portal whose key is not beside its database', () => {
  it('does not start, says what to do, and makes no new key', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    const copy = `${portal.db}.copy`;
    copyFileSync(keyOf(portal), copy);
    rmSync(keyOf(portal));
    await expect(portal.restart()).rejects.toThrow(
      /^Нет файла ключа .*sandbox\.sqlite\.key: .* Верните файл/,
    );
    expect(existsSync(keyOf(portal))).toBe(false);
    copyFileSync(copy, keyOf(portal));
    await portal.restart();
    expect((await portal.status(created)).number).toBe(created.number);
  });

  it.each([
    ['the key of another portal', randomBytes(32), /^Ключ .* от другой базы: .* Верните тот файл ключа/],
    ['half a key', randomBytes(16), /^Файл ключа .* испорчен: в нём должно быть 32 байта\. Верните/],
    ['nothing', Buffer.alloc(0), /^Файл ключа .* испорчен/],
  ])('does not start with %s', async (_, key, sentence) => {
    const portal = await startTestSandbox();
    await portal.sendApplication();
    const copy = `${portal.db}.copy`;
    copyFileSync(keyOf(portal), copy);
    writeFileSync(keyOf(portal), key);
    await expect(portal.restart()).rejects.toThrow(sentence);
    copyFileSync(copy, keyOf(portal));
    await portal.restart();
  });

  it.each([
    ['is gone', undefined, 'Нет файла ключа'],
    ['is another one', randomBytes(32), 'от другой базы'],
  ])('does not upgrade a database that remembers no key, if its key %s', async (_, key, sentence) => {
    const portal = await startTestSandbox();
    await portal.sendApplication();
    const copy = join(portal.uploadFolder, '..', 'older.sqlite');
    portal.context().db.exec(`VACUUM INTO '${copy}'`);
    copyFileSync(keyOf(portal), `${copy}.key`);
    beforeKeysWereRemembered(copy);
    if (key) writeFileSync(`${copy}.key`, key);
    else rmSync(`${copy}.key`);
    expect(() => openDatabase(copy)).toThrow(sentence);
    copyFileSync(keyOf(portal), `${copy}.key`);
    openDatabase(copy).close();
  });
});

/** Makes a database one of the third version, which did not remember its key. */
function beforeKeysWereRemembered(file: string): void {
  using db = openDatabase(file);
  db.exec('ALTER TABLE ratings DROP COLUMN anonymous; ALTER TABLE answered DROP COLUMN createdCase');
  db.exec("DELETE FROM desk WHERE name = 'keyCheck'");
  db.exec('PRAGMA user_version = 3');
}

it('files without their database are not deleted by a new portal', async () => {
  const portal = await startTestSandbox();
  await portal.sendUpload(JPEG);
  const lost = `${portal.db}.elsewhere`;
  await expect(portal.restart({ db: lost })).rejects.toThrow(
    /^Базы .*elsewhere нет, а файлы в .*uploads есть/,
  );
  expect(existsSync(lost)).toBe(false);
  await portal.restart();
});
