import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { make7z, makeZip, tenGigabytesOf } from './archives-for-tests.ts';
import { importAddresses } from './import.ts';
import { ImportError } from './import-error.ts';

const FROM = 'content/addresses';
let temp = '';
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'okno-archives-'));
});
afterEach(() => {
  rmSync(temp, { recursive: true });
});
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]));
const unpackedFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('okno-7z-'));

describe('an archive', () => {
  it('reads a 7z and a zip as they are, whatever they are called, and leaves nothing behind', async () => {
    const tables = Object.fromEntries(
      readdirSync(FROM).map((name) => [name, new Uint8Array(readFileSync(join(FROM, name)))]),
    );
    const archives = join(temp, 'Мои загрузки');
    mkdirSync(archives);
    const before = unpackedFolders();
    writeFileSync(join(archives, 'База (1).7Z'), await make7z(tables));
    const inFolder = Object.entries(tables).map(([name, bytes]) => [`base/${name}`, bytes] as const);
    writeFileSync(join(archives, 'base'), makeZip(Object.fromEntries(inFolder)));
    await importAddresses({ from: FROM, out: join(temp, 'a') });
    for (const name of ['База (1).7Z', 'base']) {
      await importAddresses({ from: join(archives, name), out: join(temp, 'b') });
      expect(contents(join(temp, 'b'))).toEqual(contents(join(temp, 'a')));
    }
    expect(unpackedFolders()).toEqual(before);
    expect(process.exitCode).toBeFalsy();
  });

  it('does not unpack bombs', async () => {
    const bomb = Buffer.alloc(100 * 2 ** 20);
    const gz = join(temp, 'gz');
    mkdirSync(gz);
    writeFileSync(join(gz, 'KLADR.DBF.gz'), gzipSync(bomb));
    const large = join(temp, 'large');
    mkdirSync(large);
    const header = gzipSync('').subarray(0, 10);
    writeFileSync(join(large, 'KLADR.DBF.gz'), Buffer.concat([header, tenGigabytesOf('\0')]));
    writeFileSync(join(temp, 'bomb.7z'), await make7z({ 'KLADR.DBF': bomb }));
    const out = join(temp, 'out');
    const before = unpackedFolders();
    for (const from of [gz, large, join(temp, 'bomb.7z')])
      await expect(importAddresses({ from, out })).rejects.toThrow(
        /файл слишком велик для таблицы адресов\.$/,
      );
    expect(unpackedFolders()).toEqual(before);
    expect(existsSync(out)).toBe(false);
  });

  it('refuses archives that are cut, or none', async () => {
    const tables = { 'KLADR.DBF': readFileSync(join(FROM, 'KLADR.DBF')) };
    const archives: Record<string, Uint8Array> = {
      'cut.7z': (await make7z(tables)).subarray(0, -30),
      'altered.7z': (await make7z(tables)).fill(7, 40, 90),
      'empty.7z': await make7z({ 'README.TXT': Buffer.from('7z') }),
      'cut.zip': makeZip(tables).subarray(0, -30),
      'empty.zip': makeZip({}),
      'letter.doc': Buffer.from('Уважаемые граждане'),
    };
    for (const [name, bytes] of Object.entries(archives)) {
      writeFileSync(join(temp, name), bytes);
      const reading = importAddresses({ from: join(temp, name), out: join(temp, 'out') });
      await expect(reading, name).rejects.toThrow(ImportError);
    }
    expect(existsSync(join(temp, 'out'))).toBe(false);
    expect(process.exitCode).toBeFalsy();
  });
});
