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

import { openAddressIndex } from '../suggest/reader.ts';
import { folderFetch } from './folder-fetch.ts';
import { importAddresses } from './import.ts';
import { EmptyImportError } from './import-summary.ts';

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
  it('says what it read, and what it left out', async () => {
    const made = await importAddresses({ from: FROM, out: join(temp, 'out') });
    expect(made).toMatchObject({
      date: '2026-11-20',
      regions: 1,
      localities: 77 - 2,
      streets: 311,
      houses: 16,
      former: 1,
    });
    expect(Object.fromEntries(made.rowsRead)).toEqual({
      ...{ 'KLADR.DBF': 77, 'STREET.DBF': 312, 'DOMA.DBF': 16, 'SOCRBASE.DBF': 29 },
    });
    expect(Object.fromEntries(made.rowsSkipped)).toEqual({ 'прежних названий, у которых нет нынешнего': 2 });
    expect(made.files.get('manifest')).toBe(1);
    expect(made.bytes.get('b')).toBeGreaterThan(1000);
  });

  it('gives the same bytes for the same input', async () => {
    await importAddresses({ from: FROM, out: join(temp, 'a') });
    await importAddresses({ from: FROM, out: join(temp, 'b'), region: '22' });
    expect(contents(join(temp, 'b'))).toEqual(contents(join(temp, 'a')));
  });

  it('takes away what an earlier import left, and nothing else', async () => {
    const out = join(temp, 'out');
    mkdirSync(out);
    writeFileSync(join(out, '22b-0011223344556677.bin'), '');
    writeFileSync(join(out, 'robots.txt'), '');
    await importAddresses({ from: FROM, out });
    expect(readdirSync(out)).toContain('robots.txt');
    expect(readdirSync(out)).not.toContain('22b-0011223344556677.bin');
    expect(readdirSync(temp)).toEqual(['out']);
  });

  it('tells how far it is, and stops when it is told to, with the old index as it was', async () => {
    const out = join(temp, 'out');
    await importAddresses({ from: FROM, out });
    const old = contents(out);
    const said: string[] = [];
    const stop = new AbortController();
    const progress = (what: string) => {
      said.push(what);
      if (what === 'регион 77') stop.abort(new Error('stopped'));
    };
    const from = twoRegions();
    await expect(importAddresses({ from, out, progress, signal: stop.signal })).rejects.toThrow('stopped');
    expect(said).toEqual(expect.arrayContaining(['читаем KLADR.DBF', 'регион 22', 'регион 77']));
    expect(contents(out)).toEqual(old);
    expect(readdirSync(temp).sort()).toEqual(['from', 'out']);
  });

  it('leaves the old index as it was when a later region is broken', async () => {
    const out = join(temp, 'out');
    await importAddresses({ from: FROM, out });
    const old = contents(out);
    const from = twoRegions('\xc1\xe0\xf0');
    await expect(importAddresses({ from, out })).rejects.toThrow('KLADR.DBF: запись 1 не читается');
    expect(contents(out)).toEqual(old);
    expect(readdirSync(temp).sort()).toEqual(['from', 'out']);
  });
});

/** The demonstration set, with a copy of its region as another one, whose name begins with these bytes. */
function twoRegions(name = ''): string {
  const from = join(temp, 'from');
  cpSync(FROM, from, { recursive: true });
  const bytes = readFileSync(join(from, 'KLADR.DBF'));
  const start = bytes.readUInt16LE(8);
  const row = Buffer.from(bytes.subarray(start, start + 90));
  row.write('77', 51, 'latin1');
  row.write('00', 62, 'latin1');
  row.write(name, 1, 'latin1');
  bytes.writeUInt32LE(bytes.readUInt32LE(4) + 1, 4);
  writeFileSync(
    join(from, 'KLADR.DBF'),
    Buffer.concat([bytes.subarray(0, start), row, bytes.subarray(start)]),
  );
  return from;
}

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
    ['missing', 'KLADR.DBF', () => undefined, /^В папке .* нет ни таблиц КЛАДР/],
    [
      'missing, and was all there was',
      'KLADR.DBF',
      () => undefined,
      /нет ни таблиц КЛАДР \(KLADR\.DBF\), ни таблиц ГАР/,
    ],
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
    [
      'swapped with another',
      'STREET.DBF',
      () => readFileSync(join(FROM, 'KLADR.DBF')),
      /STREET\.DBF: в поле CODE 13 знаков, а не 17/,
    ],
  ])('names a file that is %s, and writes nothing', async (_how, name, how, message) => {
    const options = change(name, how);
    await expect(importAddresses(options)).rejects.toThrow(message);
    expect(readdirSync(temp)).toEqual(['from']);
  });

  it('counts rows with bad codes instead of failing', async () => {
    const { from, out } = change('STREET.DBF', (bytes) => overwrite(bytes, 32 * 8 + 2 + 50, 'x'));
    expect((await importAddresses({ from, out })).rowsSkipped.get('неверных записей')).toBe(1);
  });

  it('makes do with places where nobody has the streets, and says so', async () => {
    const options = change('STREET.DBF', () => undefined);
    const made = await importAddresses(options);
    expect(made.streets).toBe(0);
    expect(made.notes).toContain('Нет файла STREET.DBF: улиц не будет, только города и сёла.');
    expect(made.localities).toBeGreaterThan(70);
    const addresses = openAddressIndex(new URL('https://example.org/'), folderFetch(options.out));
    expect((await addresses.suggest('бийск'))[0]?.line).toBe('Бийск');
  });

  it('says in one sentence what is wrong, and ends with 1', () => {
    const run = (...args: string[]) => {
      try {
        execFileSync(process.execPath, ['site/integrations/addresses.ts', ...args], { stdio: 'pipe' });
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
    expect(run('--frm', 'x')).toMatchObject({
      status: 1,
      words: expect.stringContaining('Непонятная команда') as string,
    });
    // The script in package.json names the demonstration set first: what comes later counts.
    expect(run('--from', FROM, '--from', join(temp, 'nowhere'))).toMatchObject({ status: 1 });
    expect(existsSync(join(temp, 'out'))).toBe(false);
  });
});

// The real files are not in the repository. OKNO_DATA names the folder that holds `data/kladr` and `tools`.
const DATA = process.env['OKNO_DATA'] ?? '';
if (!DATA) console.warn('OKNO_DATA is not set: the importer is not tested on the real КЛАДР files.');

describe.skipIf(!DATA)('the sample of ГАР', () => {
  it('is read and summed up, and refused because nothing in it has a code', async () => {
    const out = join(temp, 'out');
    const reading = importAddresses({ from: join(DATA, 'data/kladr/gar-72-2023'), out });
    const error = await reading.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EmptyImportError);
    const { date, rowsRead, rowsSkipped } = (error as EmptyImportError).summary;
    expect(date).toBe('2023-07-10');
    expect(rowsRead.size).toBe(9);
    expect(Object.fromEntries(rowsSkipped)).toEqual({
      ...{ 'мест и улиц без кода КЛАДР': 7, 'домов без улицы': 1 },
    });
    expect(existsSync(out)).toBe(false);
  });
});

describe.skipIf(!DATA)('importAddresses on the real files of Алтайский край', () => {
  it('builds a small index in which every town is found by its name', async () => {
    const kladr = join(DATA, 'data/kladr/altai-2006');
    const from = join(temp, 'from');
    execFileSync(process.execPath, [
      ...[join(DATA, 'tools/make-streets.mjs'), '--kladr', join(kladr, 'KLADR.DBF')],
      ...['--names', join(DATA, 'data/kladr/streets-2012/STREET-01.DBF')],
      ...['--doma', join(kladr, 'DOMA.DBF'), '--region', '22', '--out', from],
    ]);
    for (const table of ['SOCRBASE.DBF', 'ALTNAMES.DBF']) cpSync(join(kladr, table), join(from, table));
    const out = join(temp, 'out');
    const made = await importAddresses({ from, out });
    expect(made.localities).toBeGreaterThan(1700);
    expect([...made.bytes.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(512 * 1024);

    const addresses = openAddressIndex(new URL('https://example.org/'), folderFetch(out));
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
