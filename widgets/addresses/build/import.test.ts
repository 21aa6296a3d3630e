import { execFileSync } from 'node:child_process';
import {
  cpSync,
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

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openAddresses } from '../reader.ts';
import { folderFetch } from './folder-fetch.ts';
import { importAddresses } from './import.ts';

const FROM = 'content/addresses';
let temp = '';
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'okno-import-'));
});
afterEach(() => {
  rmSync(temp, { recursive: true });
});
const contents = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

describe('importAddresses', () => {
  it('says what it read, and what it left out', () => {
    const made = importAddresses({ from: FROM, out: join(temp, 'out') });
    expect(made).toMatchObject({ date: '2026-11-20', places: 77 - 2, streets: 311 });
    expect(made.skipped).toEqual({ former: 3, broken: 0, orphans: 0 });
  });

  it('gives the same bytes for the same input', () => {
    importAddresses({ from: FROM, out: join(temp, 'a') });
    importAddresses({ from: FROM, out: join(temp, 'b'), region: '22' });
    expect(contents(join(temp, 'b'))).toEqual(contents(join(temp, 'a')));
  });

  it('takes away what an earlier import left, and nothing else', () => {
    const out = join(temp, 'out');
    mkdirSync(out);
    writeFileSync(join(out, '22-00112233445566778899aabb.bin'), '');
    writeFileSync(join(out, 'robots.txt'), '');
    importAddresses({ from: FROM, out });
    expect(readdirSync(out)).toContain('robots.txt');
    expect(readdirSync(out)).not.toContain('22-00112233445566778899aabb.bin');
  });
});

describe('importAddresses on a broken distribution', () => {
  const change = (name: string, how: (bytes: Buffer) => Buffer | undefined) => {
    const from = join(temp, 'from');
    cpSync(FROM, from, { recursive: true });
    const bytes = how(readFileSync(join(from, name)));
    if (bytes) writeFileSync(join(from, name), bytes);
    else rmSync(join(from, name));
    return { from, out: join(temp, 'out') };
  };
  const overwrite = (bytes: Buffer, at: number, text: string) => {
    bytes.write(text, at, 'latin1');
    return bytes;
  };

  it.each<[string, string, (bytes: Buffer) => Buffer | undefined, RegExp]>([
    ['missing', 'STREET.DBF', () => undefined, /нет файла STREET\.DBF/],
    ['empty', 'DOMA.DBF', () => Buffer.alloc(0), /DOMA\.DBF: файл пустой/],
    [
      'cut',
      'STREET.DBF',
      (bytes) => bytes.subarray(0, 9000),
      /STREET\.DBF: файл обрезан — в заголовке 312 записей, на месте \d+/,
    ],
    [
      'something else',
      'KLADR.DBF',
      () => Buffer.from('PK'.repeat(100)),
      /KLADR\.DBF: это не таблица dBase III/,
    ],
    ['short', 'KLADR.DBF', (bytes) => bytes.subarray(0, 20), /KLADR\.DBF: это не таблица/],
    ['without its header', 'KLADR.DBF', (bytes) => bytes.fill(0, 10, 12), /KLADR\.DBF: заголовок повреждён/],
    [
      'of another table',
      'STREET.DBF',
      () => readFileSync(join(FROM, 'SOCRBASE.DBF')),
      /STREET\.DBF: нет поля CODE/,
    ],
    [
      'in another code page',
      'KLADR.DBF',
      (bytes) => overwrite(bytes, 32 * 9 + 2, '\xc1\xe0\xf0\xed\xe0\xf3\xeb'),
      /KLADR\.DBF: запись 1 не читается в кодировке cp866/,
    ],
  ])('names a file that is %s, and writes nothing', (_how, name, how, message) => {
    const options = change(name, how);
    expect(() => importAddresses(options)).toThrow(message);
    expect(existsSync(options.out)).toBe(false);
  });

  it('counts rows with bad codes instead of failing', () => {
    const { from, out } = change('STREET.DBF', (bytes) => overwrite(bytes, 32 * 8 + 2 + 50, 'x'));
    expect(importAddresses({ from, out }).skipped.broken).toBe(1);
  });

  it('says in one sentence what is wrong, and ends with 1', () => {
    const run = (...args: string[]) => {
      try {
        execFileSync(process.execPath, ['widgets/addresses/build/main.ts', ...args], { stdio: 'pipe' });
        return { status: 0, words: '' };
      } catch (error) {
        const { status, stderr } = error as { status: number; stderr: Buffer };
        return { status, words: stderr.toString().trim() };
      }
    };
    expect(run('--from', join(temp, 'nowhere'))).toMatchObject({
      status: 1,
      words: `Папки ${join(temp, 'nowhere')} нет.`,
    });
    expect(run('--from', FROM, '--region', '77', '--out', join(temp, 'out'))).toMatchObject({
      status: 1,
      words: 'В KLADR.DBF нет региона 77.',
    });
    expect(run()).toMatchObject({ status: 1, words: expect.stringContaining('--from') as string });
    expect(existsSync(join(temp, 'out'))).toBe(false);
  });
});

// The real files are not in the repository. OKNO_DATA names the folder that holds `data/kladr` and `tools`.
const DATA = process.env['OKNO_DATA'] ?? '';
if (!DATA) console.warn('OKNO_DATA is not set: the importer is not tested on the real КЛАДР files.');

describe.skipIf(!DATA)('importAddresses on the real files of Алтайский край', () => {
  it('builds a small index in which every town is found by its name', async () => {
    const kladr = join(DATA, 'data/kladr/altai-2006');
    const from = join(temp, 'from');
    execFileSync(process.execPath, [
      ...[join(DATA, 'tools/make-streets.mjs'), '--kladr', join(kladr, 'KLADR.DBF')],
      ...['--names', join(DATA, 'data/kladr/streets-2012/STREET-01.DBF')],
      ...['--doma', join(kladr, 'DOMA.DBF'), '--region', '22', '--out', from],
    ]);
    cpSync(join(kladr, 'SOCRBASE.DBF'), join(from, 'SOCRBASE.DBF'));
    const out = join(temp, 'out');
    const made = importAddresses({ from, out });
    expect(made.places).toBeGreaterThan(1700);
    expect(made.bytes).toBeLessThan(512 * 1024);

    const addresses = openAddresses(new URL('https://example.org/'), folderFetch(out));
    for (const town of [
      'Барнаул',
      'Бийск',
      'Рубцовск',
      'Новоалтайск',
      'Заринск',
      'Камень-на-Оби',
      'Алейск',
      'Горняк',
    ])
      expect((await addresses.suggest(town))[0]?.line).toBe(town);
    expect((await addresses.suggest('зато сибирский'))[0]?.line).toBe('пгт ЗАТО Сибирский');
    expect((await addresses.suggest('барнаул северная 5'))[0]?.line).toBe('Барнаул, ул Северная, 5');
  }, 30_000);
});
