import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeDbf, type RowCells, type KladrTableName } from './dbf-for-tests.ts';
import { openDistribution } from './distribution.ts';
import { readKladr } from './kladr.ts';
import type { RegionRows, AddressDataset } from './dataset.ts';

let from = '';
beforeEach(() => {
  from = mkdtempSync(join(tmpdir(), 'okno-kladr-'));
});
afterEach(() => {
  rmSync(from, { recursive: true });
});

type Distribution = Partial<Record<KladrTableName, RowCells[]>>;

const BARNAUL = { CODE: '2200000100000', NAME: 'Барнаул', SOCR: 'г', OCATD: '01401000000', STATUS: '2' };
const REGION = { CODE: '2200000000000', NAME: 'Алтайский', SOCR: 'край', STATUS: '0' };
const LENIN = { CODE: '22000001000005900', NAME: 'Ленина', SOCR: 'пр-кт', INDEX: '656000' };

/** Reads tables to the end: the regions, and the dataset after the last of them. */
async function readAll(tables: Distribution, region = ''): Promise<AddressDataset & { rows: RegionRows[] }> {
  for (const [name, rows] of Object.entries(tables))
    writeFileSync(join(from, `${name}.DBF`), makeDbf(name as KladrTableName, rows));
  return readFolder(from, region);
}
async function readFolder(folder: string, region = ''): Promise<AddressDataset & { rows: RegionRows[] }> {
  const source = await readKladr(await openDistribution(folder), region, () => undefined);
  const rows: RegionRows[] = [];
  for await (const one of source.regions) rows.push(one);
  return { ...source, rows };
}

describe('readKladr', () => {
  it('keeps what is current, sorted by code, region after region', async () => {
    const { rows } = await readAll({
      KLADR: [
        { ...BARNAUL, CODE: '7700000000000', NAME: 'Москва' },
        BARNAUL,
        { ...BARNAUL, CODE: '2200000100099', NAME: 'Барнаул старый' },
        REGION,
      ],
      STREET: [LENIN, { ...LENIN, CODE: '22000001000000100', NAME: 'Аванесова' }],
    });
    expect(rows.map(({ region }) => region)).toEqual(['22', '77']);
    expect(rows[0]?.localities.map(({ name, status }) => [name, status])).toEqual([
      ['Алтайский', 0],
      ['Барнаул', 2],
    ]);
    expect(rows[0]?.streets.map(({ code, name }) => [code, name])).toEqual([
      ['220000010000001', 'Аванесова'],
      ['220000010000059', 'Ленина'],
    ]);
  });

  it('gives the same rows of a region whether it is read alone or with others', async () => {
    const tables: Distribution = {
      KLADR: [
        REGION,
        BARNAUL,
        { ...BARNAUL, CODE: '0400000100051', NAME: 'Чекист' },
        { ...REGION, CODE: '0400000000000' },
      ],
      STREET: [LENIN],
      ALTNAMES: [{ OLDCODE: '0400000100000', NEWCODE: '2200000100000', LEVEL: '3' }],
    };
    const all = await readAll(tables);
    const alone = await readAll(tables, '22');
    expect(alone.rows).toEqual([all.rows[1]]);
    expect(alone.rows[0]?.former).toEqual([{ code: '22000001000', name: 'Чекист', type: 'г' }]);
  });

  it('knows former names: of the same code, and of what has been moved, in chains and across levels', async () => {
    const { rows, rowsSkipped } = await readAll({
      KLADR: [
        BARNAUL,
        { ...BARNAUL, CODE: '2200000100051', NAME: 'Барнаул', SOCR: 'г' },
        { ...BARNAUL, CODE: '2200000100001', NAME: 'Барнаульский завод', SOCR: 'п' },
        { ...BARNAUL, CODE: '2200000100002', NAME: 'Барнаул', SOCR: 'п' },
        { ...BARNAUL, CODE: '2200000100003', NAME: 'Барнаул' },
        { ...BARNAUL, CODE: '2203300005051', NAME: 'Затон', SOCR: 'рп' },
        { ...BARNAUL, CODE: '2203300006051', NAME: 'Кордон', SOCR: 'п' },
        { ...BARNAUL, CODE: '2203300007051', NAME: 'Пропавший', SOCR: 'п' },
        { ...BARNAUL, CODE: '2203300008051', NAME: 'Кружной', SOCR: 'п' },
        { ...BARNAUL, CODE: '2203300009001', NAME: 'Ничей', SOCR: 'п' },
      ],
      STREET: [LENIN, { ...LENIN, CODE: '22000001000005901', NAME: 'Московский' }],
      ALTNAMES: [
        { OLDCODE: '2203300005000', NEWCODE: '2203300005100', LEVEL: '4' },
        { OLDCODE: '2203300005100', NEWCODE: '2200000100000', LEVEL: '4' },
        { OLDCODE: '2203300006000', NEWCODE: '22000001000005900', LEVEL: '5' },
        { OLDCODE: '2203300007000', NEWCODE: '2203300007700', LEVEL: '4' },
        { OLDCODE: '2203300008000', NEWCODE: '2203300008100', LEVEL: '4' },
        { OLDCODE: '2203300008100', NEWCODE: '2203300008000', LEVEL: '4' },
      ],
    });
    expect(rows[0]?.former).toEqual([
      { code: '22000001000', name: 'Барнаул', type: 'п' },
      { code: '22000001000', name: 'Барнаульский завод', type: 'п' },
      { code: '22000001000', name: 'Затон', type: 'рп' },
      { code: '220000010000059', name: 'Кордон', type: 'п' },
      { code: '220000010000059', name: 'Московский', type: 'пр-кт' },
    ]);
    expect(Object.fromEntries(rowsSkipped)).toEqual({
      // Itself by status 51, Пропавший, Кружной and Ничей.
      'прежних названий, у которых нет нынешнего': 4,
      'прежних названий, равных нынешнему': 1,
    });
  });

  it('puts rows of houses at their street, in the order of their codes, with the block as people write it', async () => {
    const row = { INDEX: '656063', OCATD: '01401363000' };
    const { rows, rowsSkipped } = await readAll({
      KLADR: [BARNAUL],
      STREET: [LENIN],
      DOMA: [
        { ...row, CODE: '2200000100000590003', NAME: '31', KORP: 'б' },
        { ...row, CODE: '2200000100000590002', NAME: '3', KORP: '1' },
        { ...row, CODE: '2200000100000590001', NAME: 'Н(1-999),Ч' },
        { ...row, CODE: '2200000100000600001', NAME: '5' },
        { ...row, CODE: '2200000100000590004' },
      ],
    });
    expect(rows[0]?.streets[0]).toMatchObject({ postcode: '656063', okato: '01401363000' });
    expect(rows[0]?.streets[0]?.houses.map(({ list }) => list)).toEqual(['Н(1-999),Ч', '3к1', '31б']);
    expect(Object.fromEntries(rowsSkipped)).toEqual({
      'записей о домах без улицы': 1,
      'неверных записей': 1,
    });
  });

  it('leaves the postcode to the houses where they differ', async () => {
    const { rows } = await readAll({
      KLADR: [BARNAUL],
      STREET: [LENIN],
      DOMA: [
        { CODE: '2200000100000590001', NAME: '1', INDEX: '656063' },
        { CODE: '2200000100000590002', NAME: '2', INDEX: '656065' },
      ],
    });
    expect(rows[0]?.streets[0]?.postcode).toBe('');
  });

  it('keeps houses in a village without streets, and trusts their postcode', async () => {
    const village = { CODE: '2203300005000', NAME: 'Борисово', SOCR: 'д', INDEX: '658000' };
    const { rows } = await readAll({
      KLADR: [village],
      STREET: [],
      DOMA: [{ CODE: '2203300005000000001', NAME: '1-44', INDEX: '658001' }],
    });
    expect(rows[0]?.localities[0]).toMatchObject({
      postcode: '658001',
      houses: [{ list: '1-44', postcode: '658001', okato: '' }],
    });
  });

  it('counts what is broken, double, gone, or hangs in the air', async () => {
    const { rowsSkipped, rows } = await readAll({
      KLADR: [BARNAUL, BARNAUL, { ...BARNAUL, CODE: '220000010x000' }, { ...BARNAUL, CODE: '2200000200099' }],
      STREET: [LENIN, { ...LENIN, CODE: '22000002000000100' }, { ...LENIN, CODE: '2200000200', NAME: '' }],
    });
    expect(rows[0]?.localities).toHaveLength(1);
    expect(Object.fromEntries(rowsSkipped)).toEqual({
      'неверных записей': 2,
      'записей с повторным кодом': 1,
      'записей о том, чего больше нет': 1,
      'улиц без места': 1,
    });
  });

  it('takes packed files, any case, and suffixes', async () => {
    writeFileSync(join(from, 'kladr-22.dbf.GZ'), gzipSync(makeDbf('KLADR', [BARNAUL])));
    writeFileSync(join(from, 'Street-22.Dbf'), makeDbf('STREET', [LENIN]));
    const { rows, notes } = await readFolder(from);
    expect(rows[0]?.streets).toHaveLength(1);
    expect(notes).toHaveLength(3);
  });

  it('does not choose between two files of a table', async () => {
    writeFileSync(join(from, 'KLADR-01.DBF'), makeDbf('KLADR', [BARNAUL]));
    await expect(readAll({ KLADR: [BARNAUL], STREET: [] })).rejects.toThrow(
      /Таблица KLADR есть дважды: KLADR.*\. Оставьте одну\./,
    );
  });
});

// The real files are not in the repository. OKNO_DATA names the folder that holds `data/kladr` and `tools`.
const DATA = process.env['OKNO_DATA'] ?? '';

describe.skipIf(!DATA)('readKladr on the real files', () => {
  const real = (path: string) => join(DATA, 'data/kladr', path);

  it('reads the streets of Адыгея with the names they had', async () => {
    const { rows, date } = await readFolder(real('streets-2012'));
    expect(date).toBe('2012-08-14');
    expect(rows[0]?.streets).toHaveLength(5368);
    expect(rows[0]?.former).toContainEqual({ code: '010000020000044', name: 'им Г.М.Кошакова', type: 'ул' });
  });

  it('reads Алтайский край: skipped levels, namesakes, names with type words', async () => {
    cpSync(real('altai-2006'), from, { recursive: true });
    writeFileSync(join(from, 'STREET.DBF'), makeDbf('STREET', []));
    const { rows, rowsSkipped } = await readFolder(from);
    const localities = rows[0]?.localities ?? [];
    expect(localities).toHaveLength(1751);
    expect(localities.filter(({ name }) => name === 'Березовка')).toHaveLength(12);
    const names = localities.map(({ name, type }) => `${type} ${name}`);
    expect(names).toEqual(expect.arrayContaining(['пгт ЗАТО Сибирский', 'г Горняк']));
    expect(rowsSkipped.get('записей о домах без улицы')).toBe(1224);
  });

  it('reads the country: every row of it is taken, or counted', async () => {
    cpSync(real('russia-2006'), from, { recursive: true });
    writeFileSync(join(from, 'STREET.DBF'), makeDbf('STREET', []));
    const { rows, rowsSkipped } = await readFolder(from);
    expect(rows).toHaveLength(88);
    expect(rows.reduce((sum, { localities }) => sum + localities.length, 0)).toBe(174_546);
    const houses = rows.flatMap(({ localities }) => localities.flatMap((place) => place.houses));
    expect(houses.length + (rowsSkipped.get('записей о домах без улицы') ?? 0)).toBe(37_914);
    expect(houses).toContainEqual(
      expect.objectContaining({ list: expect.stringContaining('к139стр1') as string }),
    );
  });
});
