import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeZip } from './archives-for-tests.ts';
import { makeDbf, type RowCells } from './dbf-for-tests.ts';
import { openDistribution } from './distribution.ts';
import { writeFiles } from './gar-files-for-tests.ts';
import { garFromKladr, expandHouseList, makeGarXml, readDbfRows } from './gar-for-tests.ts';
import { readGar } from './gar.ts';
import { formatHouseList } from './house-list.ts';
import { importAddresses } from './import.ts';
import type { RegionRows } from './dataset.ts';

let temp = '';
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'okno-gar-'));
});
afterEach(() => {
  rmSync(temp, { recursive: true });
});

/**
 * The demonstration set in what ГАР can say as well: no centres of districts, and a row of DOMA for all houses that share
 * a postcode, in the order of houses.
 */
function demonstrationSet() {
  const read = (table: 'KLADR' | 'STREET' | 'DOMA' | 'SOCRBASE') =>
    readDbfRows(table, readFileSync(`content/addresses/${table}.DBF`));
  const houses = new Map<string, string[]>();
  for (const { CODE = '', INDEX = '', NAME = '' } of read('DOMA')) {
    const key = `${CODE.slice(0, 15)} ${INDEX}`;
    // «Ч» alone is every even house: here those that the row beside it leaves.
    houses.set(key, [...(houses.get(key) ?? []), ...expandHouseList(NAME === 'Ч' ? 'Ч(2-998)' : NAME)]);
  }
  const lists = [...houses].map(([key, all]) => ({ key, list: formatHouseList(all) }));
  lists.sort(
    (a, b) => parseInt(expandHouseList(a.list)[0] ?? '') - parseInt(expandHouseList(b.list)[0] ?? ''),
  );
  const DOMA = lists.map(({ key, list: NAME }, i) => {
    const [code = '', INDEX = ''] = key.split(' ');
    return { CODE: code + String(i).padStart(4, '0'), INDEX, NAME };
  });
  const KLADR = read('KLADR').map((row): RowCells => ({ ...row, STATUS: row['STATUS'] === '2' ? '2' : '0' }));
  return { KLADR, STREET: read('STREET'), DOMA, SOCRBASE: read('SOCRBASE') };
}

const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]));

describe('ГАР', () => {
  it('gives the same index as КЛАДР that says the same: from a folder, packed files, a zip', async () => {
    const set = demonstrationSet();
    const kladr = writeFiles(
      join(temp, 'kladr'),
      Object.fromEntries(
        (['KLADR', 'STREET', 'DOMA', 'SOCRBASE'] as const).map((table) => [
          `${table}.DBF`,
          makeDbf(table, set[table]),
        ]),
      ),
    );
    const files = garFromKladr(set);
    const folder = writeFiles(join(temp, 'gar'), files);
    const gz = Object.entries(files).map(([name, bytes]) => [`${name}.gz`, gzipSync(bytes)] as const);
    const packed = writeFiles(join(temp, 'packed'), Object.fromEntries(gz));
    const zip = join(temp, 'gar_xml.zip');
    writeFileSync(zip, makeZip({ ...files, '77/AS_ADDR_OBJ_20261120_x.XML': Buffer.from('not read') }));

    const build = async (from: string, name: string) => {
      await importAddresses({ from, out: join(temp, name), region: '22' });
      return contents(join(temp, name));
    };
    const expected = await build(kladr, 'a');
    expect(Object.keys(expected).length).toBeGreaterThan(15);
    expect(await build(folder, 'b')).toEqual(expected);
    expect(await build(packed, 'c')).toEqual(expected);
    expect(await build(zip, 'd')).toEqual(expected);
  });
});

describe('readGar', () => {
  const NAME = '20261120_x.XML';
  const ACTUAL = { ISACTUAL: '1', ISACTIVE: '1' };
  const objects = [
    { OBJECTID: '1', NAME: 'Барнаул', TYPENAME: 'г.', ...ACTUAL },
    { OBJECTID: '2', NAME: 'Ленина', TYPENAME: 'пр-кт', ...ACTUAL },
    { OBJECTID: '3', NAME: 'Безымянная', TYPENAME: 'ул', ...ACTUAL },
    { OBJECTID: '4', NAME: 'Барнаул', TYPENAME: 'г.о.', ...ACTUAL },
    { OBJECTID: '2', NAME: 'Московский', TYPENAME: 'пр-кт.', ISACTUAL: '0', ISACTIVE: '0' },
    { OBJECTID: '2', NAME: 'Ленина', TYPENAME: 'пр-кт', ISACTUAL: '0', ISACTIVE: '0' },
  ];
  const params = [
    { OBJECTID: '1', TYPEID: '10', VALUE: '2200000100000' },
    { OBJECTID: '4', TYPEID: '11', VALUE: '22000001000' },
    { OBJECTID: '1', TYPEID: '6', VALUE: '01401000000' },
    { OBJECTID: '1', TYPEID: '7', VALUE: '01701000001' },
    { OBJECTID: '2', TYPEID: '11', VALUE: '220000010000059' },
    { OBJECTID: '2', TYPEID: '5', VALUE: '656000' },
  ];
  const house = (OBJECTID: string, cells: RowCells) => ({ OBJECTID, HOUSETYPE: '2', ...ACTUAL, ...cells });
  const houses = [
    house('10', { HOUSENUM: '12 А' }),
    house('11', { HOUSENUM: '29', ADDTYPE1: '1', ADDNUM1: '2', ADDTYPE2: '2', ADDNUM2: '1' }),
    house('12', { HOUSENUM: '138', HOUSETYPE: '10' }),
    house('13', { HOUSENUM: '5', HOUSETYPE: '4' }),
    house('14', { HOUSENUM: '7' }),
    house('15', { HOUSENUM: '8', ISACTUAL: '0' }),
  ];
  const hierarchy = ['1', '2', '10', '11', '12', '14'].map((OBJECTID) => ({
    ...{ OBJECTID, ISACTIVE: '1' },
    PARENTOBJID: OBJECTID === '14' ? '3' : '2',
  }));
  const files = {
    [`AS_ADDR_OBJ_TYPES_${NAME}`]: makeGarXml('ADDRESSOBJECTTYPES', 'ADDRESSOBJECTTYPE', [
      { SHORTNAME: 'г', NAME: 'Городище', LEVEL: '5', ISACTIVE: 'false' },
      { SHORTNAME: 'г.', NAME: 'Город', LEVEL: '1', ISACTIVE: 'true' },
    ]),
    [`22/AS_ADDR_OBJ_${NAME}`]: makeGarXml('ADDRESSOBJECTS', 'OBJECT', objects),
    [`22/AS_ADDR_OBJ_PARAMS_${NAME}`]: makeGarXml('PARAMS', 'PARAM', params),
    [`22/AS_HOUSES_${NAME}`]: makeGarXml('HOUSES', 'HOUSE', houses),
    [`22/AS_ADM_HIERARCHY_${NAME}`]: makeGarXml('ITEMS', 'ITEM', hierarchy),
    [`22/AS_HOUSES_PARAMS_${NAME}`]: makeGarXml('PARAMS', 'PARAM', [
      { OBJECTID: '10', TYPEID: '5', VALUE: '656063' },
    ]),
  };
  const read = async (changed: Record<string, Uint8Array>, region = '') => {
    const distribution = await openDistribution(writeFiles(temp, { ...files, ...changed }));
    const source = await readGar(distribution, { region, progress: () => undefined });
    const rows: RegionRows[] = [];
    for await (const one of source.regions) rows.push(one);
    return { ...source, rows };
  };

  it('reads what is actual, as КЛАДР would say it, and counts the rest', async () => {
    const { rows, longForms, rowsSkipped, date } = await read({});
    expect(date).toBe('2026-11-20');
    expect(longForms).toEqual(new Map([['г', 'город']]));
    expect(rows).toMatchObject([
      {
        region: '22',
        localities: [
          {
            code: '22000001000',
            name: 'Барнаул',
            type: 'г',
            okato: '01401000000',
            oktmo: '01701000001',
            status: 2,
          },
        ],
        streets: [
          {
            ...{ code: '220000010000059', name: 'Ленина', type: 'пр-кт' },
            houses: [
              { list: '12А', postcode: '656063', okato: '' },
              { list: '29к2стр1,к138', postcode: '656000', okato: '' },
            ],
          },
        ],
        former: [{ code: '220000010000059', name: 'Московский', type: 'пр-кт' }],
      },
    ]);
    expect(Object.fromEntries(rowsSkipped)).toEqual({
      'гаражей, погребов и домов без номера': 1,
      'домов без улицы': 1,
      'мест и улиц без кода КЛАДР': 1,
      'мест и улиц с повторным кодом КЛАДР': 1,
      'прежних названий, равных нынешнему': 1,
    });
  });

  it.each<[string, Record<string, Uint8Array>, RegExp]>([
    [
      'cut',
      { [`22/AS_HOUSES_${NAME}`]: Buffer.from('<HOUSES><HOUSE OBJECTID="1"') },
      /XML повреждён или обрезан/,
    ],
    [
      'swapped',
      { [`22/AS_HOUSES_${NAME}`]: makeGarXml('PARAMS', 'PARAM', []) },
      /в файле PARAMS, а не HOUSES/,
    ],
    [
      'something else',
      { [`22/AS_HOUSES_${NAME}`]: Buffer.from('<HOUSES><A><B/></A></HOUSES>') },
      /это не таблица ГАР/,
    ],
    ['in another encoding', { [`22/AS_HOUSES_${NAME}`]: Buffer.from([0x3c, 0x41, 0xcb, 0xe5]) }, /UTF-8/],
    [
      'endless',
      { [`22/AS_HOUSES_${NAME}`]: Buffer.from(`<HOUSES A="${'a'.repeat(2_000_000)}"/>`) },
      /не таблица ГАР/,
    ],
    ['not in a folder', { [`AS_ADDR_OBJ_${NAME}`]: Buffer.of() }, /без папки региона/],
    [
      'of several regions',
      { [`77/AS_ADDR_OBJ_${NAME}`]: Buffer.of() },
      /несколько регионов: добавьте --region/,
    ],
    ['there twice', { '22/AS_HOUSES_20261121_y.XML': Buffer.of() }, /Таблица 22\/AS_HOUSES есть дважды/],
  ])('refuses a table that is %s, in one sentence', async (_how, changed, message) => {
    await expect(read(changed)).rejects.toThrow(message);
  });

  it('says which region is not there', async () => {
    await expect(read({}, '77')).rejects.toThrow(/нет региона 77\.$/);
  });
});
