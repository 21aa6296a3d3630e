import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeZip, tenGigabytesOf } from './archives-for-tests.ts';
import { makeGarFiles, writeFiles, type TestGarObject } from './gar-files-for-tests.ts';
import { ImportError } from './import-error.ts';
import { importAddresses } from './import.ts';

const OBJECTS: TestGarObject[] = [
  { id: '1', name: 'Алтайский', type: 'край', level: '1', params: { 11: '22000000000' } },
  { id: '2', parent: '1', name: 'Барнаул', type: 'г.', level: '5', params: { 11: '22000001000' } },
  ...['Ленина', 'Мира', 'Садовая', 'Труда'].map((name, i) => ({
    ...{ id: `1${i}`, parent: '2', name, type: 'ул.', params: { 11: `22000001000000${i + 1}` } },
  })),
  ...Array.from({ length: 8 }, (_, i) => ({ id: `9${i}`, parent: `1${i % 4}`, house: `${i + 1}а` })),
];
const FILES = makeGarFiles(OBJECTS);
const nameOf = (table: string) =>
  Object.keys(FILES).find((name) => name.startsWith(`22/AS_${table}_2026`)) ?? '';
const without = (table: string) =>
  Object.fromEntries(Object.entries(FILES).filter(([name]) => name !== nameOf(table)));
const change = (table: string, how: (text: string) => string | Buffer) => ({
  ...FILES,
  [nameOf(table)]: Buffer.from(how(String(FILES[nameOf(table)]))),
});

let temp = '';
let out = '';
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'okno-broken-'));
  out = join(temp, 'out');
  await importAddresses({ from: writeFiles(join(temp, 'whole'), FILES), out });
});
afterEach(() => {
  rmSync(temp, { recursive: true });
});
const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]));

/** Tries to import. The old index has to stay, with nothing beside it; gives the sentence that says why. */
async function refusal(from: string): Promise<string> {
  const old = contents(out);
  const beside = readdirSync(temp);
  const reason: unknown = await importAddresses({ from, out }).catch((error: unknown) => error);
  expect(reason).toBeInstanceOf(ImportError);
  expect(contents(out)).toEqual(old);
  expect(readdirSync(temp)).toEqual(beside);
  return (reason as ImportError).message;
}

describe('a broken distribution of ГАР', () => {
  it.each<[string, Record<string, Uint8Array>, RegExp]>([
    [
      'cut',
      change('ADDR_OBJ', (text) => text.slice(0, text.length / 2)),
      /AS_ADDR_OBJ_.*: XML повреждён или обрезан\.$/,
    ],
    [
      'in another encoding',
      change('HOUSES', (text) => Buffer.concat([Buffer.from(text.slice(1, 90)), Buffer.of(0xcb, 0xe5)])),
      /AS_HOUSES_.*: файл не читается в кодировке UTF-8\.$/,
    ],
    ['without objects', without('ADDR_OBJ'), /нет ни таблиц КЛАДР \(KLADR\.DBF\), ни таблиц ГАР/],
    ['without codes', without('ADDR_OBJ_PARAMS'), /^В папке .* нет таблицы 22\/AS_ADDR_OBJ_PARAMS\.$/],
    ['without a hierarchy', without('ADM_HIERARCHY'), /^В папке .* нет таблицы 22\/AS_ADM_HIERARCHY\.$/],
    ['without houses', without('HOUSES'), /^В регионе 22 домов было 8, а стало бы 0: подсказки остались/],
    [
      'with every object closed',
      change('ADDR_OBJ', (text) => text.replaceAll('ISACTUAL="1"', 'ISACTUAL="0"')),
      /^Ничего не записано: среди прочитанного нет ни одного действующего места/,
    ],
    [
      'with one code for all streets',
      change('ADDR_OBJ_PARAMS', (text) =>
        text.replace(/VALUE="22000001000000\d"/g, 'VALUE="220000010000001"'),
      ),
      /^В регионе 22 улиц было 4, а стало бы 1:/,
    ],
    [
      'with half of the houses closed',
      change('HOUSES', (text) => text.replace(/(OBJECTID="9[0-3]".*?)ISACTIVE="1"/g, '$1ISACTIVE="0"')),
      /^В регионе 22 домов было 8, а стало бы 4:/,
    ],
    ['with an empty table', change('ADDR_OBJ', () => ''), /AS_ADDR_OBJ_.*: XML повреждён или обрезан\.$/],
  ])('is refused in one sentence: %s', async (_how, files, message) => {
    expect(await refusal(writeFiles(join(temp, 'from'), files))).toMatch(message);
  });

  it('is refused as a zip that is cut', async () => {
    const zip = makeZip(FILES);
    writeFileSync(join(temp, 'gar.zip'), zip.subarray(0, zip.length - 30));
    expect(await refusal(join(temp, 'gar.zip'))).toMatch(/^Архив .* повреждён или обрезан\.$/);
    writeFileSync(join(temp, 'gar.zip'), zip.fill(0, 200, 900));
    expect(await refusal(join(temp, 'gar.zip'))).toMatch(/AS_ADDR_OBJ_.*(повреждён|не читается)/);
  });
});

describe('a zip of ten gigabytes', () => {
  const HOUSE = '<HOUSE ID="1" OBJECTID="90" HOUSENUM="1" HOUSETYPE="2" ISACTUAL="1" ISACTIVE="1" />';
  it.each([
    ['KLADR.DBF', '\0', /KLADR\.DBF: файл слишком велик для таблицы адресов\.$/],
    [nameOf('ADDR_OBJ'), '\0', /AS_ADDR_OBJ_.*: файл слишком велик для таблицы адресов\.$/],
    [nameOf('HOUSES'), HOUSE, /AS_HOUSES_.*: файл слишком велик для таблицы адресов\.$/],
  ])(
    'is not unpacked: %s',
    async (name, text, message) => {
      const packed = tenGigabytesOf(text, text === HOUSE ? '<HOUSES>' : '');
      const files = name === 'KLADR.DBF' ? {} : FILES;
      // One archive tells a great size, the other lies.
      for (const size of [0xfffffffe, 1000]) {
        mkdirSync(join(temp, 'zips'), { recursive: true });
        writeFileSync(join(temp, 'zips', 'bomb.zip'), makeZip({ ...files, [name]: { packed, size } }));
        const start = performance.now();
        const sentence = await refusal(join(temp, 'zips', 'bomb.zip'));
        expect(sentence).toMatch(size === 1000 ? /: (архив|XML) повреждён или обрезан\.$/ : message);
        expect(performance.now() - start).toBeLessThan(2000);
      }
    },
    30_000,
  );
});
