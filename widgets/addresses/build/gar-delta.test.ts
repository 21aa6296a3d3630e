import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { RowCells } from './dbf-for-tests.ts';
import { guidOf, makeGarFiles, writeFiles, type TestGarObject } from './gar-files-for-tests.ts';
import { makeGarXml } from './gar-for-tests.ts';
import { importAddresses } from './import.ts';

const street = (id: string, name: string): TestGarObject => ({
  ...{ id, parent: '2', name, type: 'ул.', params: { 5: '656000', 11: `2200000100000${id}` } },
});
const house = (id: string, parent: string, number: string): TestGarObject => ({
  ...{ id, parent, house: number, params: { 5: '656049' } },
});
const TOWN: TestGarObject[] = [
  { id: '1', name: 'Алтайский', type: 'край', level: '1', params: { 11: '22000000000' } },
  { id: '2', parent: '1', name: 'Барнаул', type: 'г.', level: '5', params: { 11: '22000001000' } },
];
const OBJECTS = [
  ...TOWN,
  street('10', 'Ленина'),
  street('11', 'Садовая "2" & <3>'),
  house('90', '10', '1'),
  house('91', '11', '5'),
];

const ACTUAL = { ISACTUAL: '1', ISACTIVE: '1', UPDATEDATE: '2026-11-24' };
const CLOSED = { ISACTUAL: '0', ISACTIVE: '0', UPDATEDATE: '2026-11-24' };
/** A street gets another name, another one is new, with a house; a house is closed, and one gets another postcode. */
const CHANGES: Record<string, RowCells[]> = {
  ADDR_OBJ: [
    {
      ID: '110',
      OBJECTID: '10',
      OBJECTGUID: guidOf('10'),
      NAME: 'Ленина',
      TYPENAME: 'ул.',
      LEVEL: '8',
      PREVID: '0',
      NEXTID: '501',
      ...CLOSED,
    },
    {
      ID: '501',
      OBJECTID: '10',
      OBJECTGUID: guidOf('10'),
      NAME: 'Мира',
      TYPENAME: 'ул.',
      LEVEL: '8',
      PREVID: '110',
      ...ACTUAL,
    },
    {
      ID: '112',
      OBJECTID: '12',
      OBJECTGUID: guidOf('12'),
      NAME: 'Новая',
      TYPENAME: 'ул.',
      LEVEL: '8',
      PREVID: '0',
      ...ACTUAL,
    },
  ],
  ADDR_OBJ_PARAMS: [
    { ID: '125', OBJECTID: '12', CHANGEIDEND: '0', TYPEID: '5', VALUE: '656000' },
    { ID: '1211', OBJECTID: '12', CHANGEIDEND: '0', TYPEID: '11', VALUE: '220000010000012' },
  ],
  HOUSES: [
    { ID: '190', OBJECTID: '90', HOUSENUM: '1', HOUSETYPE: '2', ...CLOSED },
    { ID: '192', OBJECTID: '92', HOUSENUM: '7', HOUSETYPE: '2', ...ACTUAL },
  ],
  HOUSES_PARAMS: [
    { ID: '915', OBJECTID: '91', CHANGEIDEND: '7', TYPEID: '5', VALUE: '656049' },
    { ID: '502', OBJECTID: '91', CHANGEIDEND: '0', TYPEID: '5', VALUE: '656052' },
    { ID: '925', OBJECTID: '92', CHANGEIDEND: '0', TYPEID: '5', VALUE: '656049' },
  ],
  ADM_HIERARCHY: [
    { ID: '212', OBJECTID: '12', PARENTOBJID: '2', ISACTIVE: '1' },
    { ID: '292', OBJECTID: '92', PARENTOBJID: '12', ISACTIVE: '1' },
  ],
};
/** What the data are after {@link CHANGES}. */
const CHANGED = [
  ...TOWN,
  street('10', 'Мира'),
  street('11', 'Садовая "2" & <3>'),
  street('12', 'Новая'),
  { ...house('91', '11', '5'), params: { 5: '656052' } },
  house('92', '12', '7'),
];

const ROOTS: Record<string, [string, string]> = {
  ADDR_OBJ: ['ADDRESSOBJECTS', 'OBJECT'],
  HOUSES: ['HOUSES', 'HOUSE'],
  ADM_HIERARCHY: ['ITEMS', 'ITEM'],
};

let temp = '';
let base = '';
let out = '';
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'okno-delta-'));
  [base, out] = [join(temp, 'base'), join(temp, 'out')];
  await importAddresses({ from: writeFiles(join(temp, 'full'), makeGarFiles(OBJECTS)), out, base });
});
afterEach(() => {
  rmSync(temp, { recursive: true });
});

const contents = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'hex')]),
  );
function delta(changes = CHANGES, day = '20261127', region = '22'): string {
  const files = Object.entries(changes).map(([table, rows]): [string, Buffer] => [
    `${region}/AS_${table}_${day}_x.XML`,
    makeGarXml(...(ROOTS[table] ?? ['PARAMS', 'PARAM']), rows),
  ]);
  const folder = join(temp, 'delta');
  rmSync(folder, { recursive: true, force: true });
  return writeFiles(folder, Object.fromEntries(files));
}
const withRows = (change: (row: RowCells) => RowCells) =>
  Object.fromEntries(Object.entries(CHANGES).map(([table, rows]) => [table, rows.map(change)]));

describe('a delta of ГАР', () => {
  it('gives the index that a full import of the changed data would give, but for the former name', async () => {
    await importAddresses({ from: delta(), isDelta: true, out, base });
    const full = { ...makeGarFiles(CHANGED, '20261127') };
    const [objects = ''] = Object.keys(full).filter((name) => name.includes('AS_ADDR_OBJ_2'));
    const former =
      '<OBJECT ID="110" OBJECTID="10" NAME="Ленина" TYPENAME="ул." LEVEL="8" ISACTUAL="0" ISACTIVE="0" />';
    full[objects] = Buffer.from(String(full[objects]).replace('</ADDR', `${former}</ADDR`));
    await importAddresses({ from: writeFiles(join(temp, 'changed'), full), out: join(temp, 'expected') });
    expect(contents(out)).toEqual(contents(join(temp, 'expected')));
  });

  it('leaves a base for the next one, from which a full import gives the same index', async () => {
    await importAddresses({ from: delta(), isDelta: true, out, base });
    await importAddresses({ from: base, out: join(temp, 'again') });
    expect(contents(join(temp, 'again'))).toEqual(contents(out));
    const next = withRows((row) => ({ ...row, ...('PREVID' in row && { PREVID: '501' }) }));
    await importAddresses({ from: delta(next, '20261204'), isDelta: true, out, base });
    expect(readdirSync(temp).sort()).toEqual(['again', 'base', 'delta', 'full', 'out']);
  });

  it.each<[string, () => string, RegExp]>([
    [
      'not newer',
      () => delta(CHANGES, '20261120'),
      /^Обновление на 2026-11-20 не новее базы: она на 2026-11-20\.$/,
    ],
    [
      'of a later week',
      () => delta(withRows((row) => ({ ...row, UPDATEDATE: '2026-12-01' }))),
      /^Обновление не для этой базы \(она на 2026-11-20\): первое изменение в нём — 2026-12-01/,
    ],
    [
      'of other data',
      () => delta(withRows((row) => ({ ...row, ...(row['PREVID'] === '110' && { PREVID: '777' }) }))),
      /^Обновление не для этой базы .*: оно продолжает записи, которых в базе нет \(1 из 1\)\./,
    ],
    ['of another region', () => delta(CHANGES, '20261127', '77'), /нет региона 77\.$/],
    [
      'cut',
      () => {
        const folder = delta();
        const file = join(folder, '22/AS_HOUSES_20261127_x.XML');
        writeFileSync(file, readFileSync(file).subarray(0, -20));
        return folder;
      },
      /AS_HOUSES_.*: XML повреждён или обрезан\.$/,
    ],
    ['of КЛАДР', () => 'content/addresses', /не ГАР: база и обновления бывают только у ГАР\.$/],
  ])('is refused in one sentence if it is %s', async (_how, from, message) => {
    const old = [contents(out), contents(base)];
    const folder = from();
    const beside = readdirSync(temp);
    await expect(importAddresses({ from: folder, isDelta: true, out, base })).rejects.toThrow(message);
    expect([contents(out), contents(base)]).toEqual(old);
    expect(readdirSync(temp)).toEqual(beside);
  });

  it('is applied with `force` where it only seems not to follow the base', async () => {
    const from = delta(withRows((row) => ({ ...row, UPDATEDATE: '2026-12-01' })));
    expect((await importAddresses({ from, isDelta: true, out, base, force: true })).streets).toBe(3);
  });

  it('needs a base, and a folder that has nothing else', async () => {
    await expect(importAddresses({ from: delta(), isDelta: true, out })).rejects.toThrow(/добавьте --base/);
    const nothing = importAddresses({ from: delta(), isDelta: true, out, base: join(temp, 'no') });
    await expect(nothing).rejects.toThrow(/^Базы .*no нет: сначала прочитайте полную выгрузку ГАР/);
    mkdirSync(join(temp, 'home'));
    writeFileSync(join(temp, 'home', 'letter.txt'), '');
    const other = importAddresses({ from: join(temp, 'full'), out, base: join(temp, 'home') });
    await expect(other).rejects.toThrow(/лежит не только база ГАР/);
    expect(readdirSync(join(temp, 'home'))).toEqual(['letter.txt']);
    const same = importAddresses({
      from: join(temp, 'full'),
      out: join(temp, 'one'),
      base: join(temp, 'one'),
    });
    await expect(same).rejects.toThrow(/не могут лежать в одной папке/);
  });

  it('is refused if the base is damaged', async () => {
    const [name = ''] = readdirSync(join(base, '22')).filter((file) => file.includes('HOUSES_2'));
    writeFileSync(join(base, '22', name), readFileSync(join(base, '22', name)).subarray(0, 40));
    await expect(importAddresses({ from: delta(), isDelta: true, out, base })).rejects.toThrow(
      /архив повреждён или обрезан\.$/,
    );
  });
});
