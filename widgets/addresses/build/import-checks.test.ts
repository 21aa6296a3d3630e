import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeDbf, type KladrTableName, type RowCells } from './dbf-for-tests.ts';
import { writeFiles } from './gar-files-for-tests.ts';
import { garFromKladr, readDbfRows } from './gar-for-tests.ts';
import { importAddresses } from './import.ts';

const TABLES = ['KLADR', 'STREET', 'DOMA', 'SOCRBASE'] as const;
const read = (table: KladrTableName) => readDbfRows(table, readFileSync(`content/addresses/${table}.DBF`));

let temp = '';
let out = '';
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'okno-checks-'));
  out = join(temp, 'out');
  await importAddresses({ from: 'content/addresses', out });
});
afterEach(() => {
  rmSync(temp, { recursive: true });
});

const contents = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]));

/** The demonstration set, with the rows of one table changed. */
function withRows(table: KladrTableName, change: (rows: RowCells[]) => RowCells[]): string {
  const from = join(temp, 'from');
  mkdirSync(from);
  for (const name of TABLES)
    writeFileSync(join(from, `${name}.DBF`), makeDbf(name, name === table ? change(read(name)) : read(name)));
  return from;
}
const half = (rows: RowCells[]) => rows.slice(0, rows.length * 0.4);
const closed = (rows: RowCells[]) =>
  rows.map((row) => ({ ...row, CODE: `${(row['CODE'] ?? '').slice(0, -2)}99` }));

describe('an import that would lose much', () => {
  it.each<[string, KladrTableName, (rows: RowCells[]) => RowCells[], RegExp]>([
    [
      'half of the streets',
      'STREET',
      half,
      /^В регионе 22 улиц было 311, а стало бы \d+: подсказки остались/,
    ],
    [
      'half of the houses',
      'DOMA',
      (rows) => rows.slice(0, 2),
      /^В регионе 22 домов было \d+, а стало бы \d+/,
    ],
    ['half of the places', 'KLADR', half, /^В регионе 22 мест было 75, а стало бы [23]\d/],
    ['all streets: each is closed', 'STREET', closed, /^STREET\.DBF: нет ни одной действующей улицы/],
    [
      'rows that repeat codes',
      'STREET',
      (rows) => [...rows, ...rows],
      /^Слишком много записей с повторным кодом: 311 из 7/,
    ],
    [
      'rows that are no rows',
      'STREET',
      (rows) => rows.map((row, i) => (i % 3 ? row : { ...row, CODE: 'x' })),
      /^Слишком много неверных записей: 104 из 434/,
    ],
  ])('is refused without `force`: %s', async (_what, table, change, message) => {
    const old = contents(out);
    const from = withRows(table, change);
    await expect(importAddresses({ from, out })).rejects.toThrow(message);
    expect(contents(out)).toEqual(old);
    expect(readdirSync(temp).sort()).toEqual(['from', 'out']);
    await importAddresses({ from, out, force: true });
  });

  it.each<[string, KladrTableName, (rows: RowCells[]) => RowCells[], RegExp]>([
    [
      'every row is deleted',
      'STREET',
      (rows) => rows.map((row) => ({ ...row, deleted: '1' })),
      /^STREET\.DBF: все записи \(312\) помечены удалёнными\.$/,
    ],
    [
      'every place is closed',
      'KLADR',
      closed,
      /^Ничего не записано: среди прочитанного нет ни одного действующего места/,
    ],
  ])('is refused with `force` too: %s', async (_what, table, change, message) => {
    const old = contents(out);
    const from = withRows(table, change);
    await expect(importAddresses({ from, out, force: true })).rejects.toThrow(message);
    expect(contents(out)).toEqual(old);
  });

  it('is refused where a region is gone', async () => {
    const moved = (rows: RowCells[]) =>
      rows.map((row) => ({ ...row, CODE: `04${(row['CODE'] ?? '').slice(2)}` }));
    const from = withRows('KLADR', moved);
    await expect(importAddresses({ from, out })).rejects.toThrow(
      'STREET.DBF: нет ни одной действующей улицы',
    );
    const gar = writeFiles(
      join(temp, 'gar'),
      garFromKladr({ KLADR: half(read('KLADR')), STREET: [], DOMA: [], SOCRBASE: [] }),
    );
    await expect(importAddresses({ from: gar, out })).rejects.toThrow(/^В регионе 22 мест было 75/);
  });

  it('does not stop an import where less than half is lost, or where no index was', async () => {
    const from = withRows('STREET', (rows) => rows.slice(0, 200));
    await importAddresses({ from, out });
    await importAddresses({ from, out: join(temp, 'other') });
    expect(contents(out)).toEqual(contents(join(temp, 'other')));
  });

  it('does not stop where the counts of the old index cannot be read', async () => {
    writeFileSync(join(out, 'counts.json'), '{');
    await importAddresses({ from: withRows('STREET', half), out });
  });
});

describe('the header of a table', () => {
  it.each([
    [10, /^STREET\.DBF: в заголовке 10 записей, а в файле их 312\.$/],
    [400, /^STREET\.DBF: файл обрезан — в заголовке 400 записей, на месте 312\.$/],
  ])('is refused when it says %i rows', async (count, message) => {
    const old = contents(out);
    const from = withRows('KLADR', (rows) => rows);
    const bytes = readFileSync(join(from, 'STREET.DBF'));
    bytes.writeUInt32LE(count, 4);
    writeFileSync(join(from, 'STREET.DBF'), bytes);
    await expect(importAddresses({ from, out, force: true })).rejects.toThrow(message);
    expect(contents(out)).toEqual(old);
  });
});
