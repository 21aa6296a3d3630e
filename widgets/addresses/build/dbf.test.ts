import { describe, expect, it } from 'vitest';

import { Dbf } from './dbf.ts';
import { makeDbf } from './dbf-for-tests.ts';
import { ImportError } from './import-error.ts';

const FIELDS = { CODE: 17, NAME: undefined };
const code = (start: string) => start.padEnd(17, '0');
const open = (bytes: Uint8Array) => new Dbf(bytes, 'STREET.DBF', FIELDS);

describe('Dbf', () => {
  it('reads letters of cp866, and white space of any kind as one space', () => {
    const bytes = makeDbf('STREET', [{ CODE: code('22'), NAME: ' Лётчика\0Ё.  №\t5' }]);
    expect(open(bytes).text(0, 'NAME')).toBe('Лётчика Ё. № 5');
  });

  it('sorts rows by region without those that are deleted, and keeps those without a code apart', () => {
    const rows = ['77', '22', '99', 'x1', '22', '01'].map((start) => ({ CODE: code(start) }));
    const dbf = open(makeDbf('STREET', [...rows, { CODE: code('22'), deleted: '*' }]));
    const regions = [...dbf.rowsByRegion('CODE')].map(([region, numbers]) => [region, [...numbers]]);
    expect(regions).toEqual([
      ['01', [5]],
      ['22', [1, 4]],
      ['77', [0]],
      ['99', [2]],
      ['', [3]],
    ]);
    expect([...dbf.rows()]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('knows the day of the file, whichever way the year is counted', () => {
    const date = (...header: number[]) => open(makeDbf('STREET', [], header)).date;
    expect(date(106, 12, 27)).toBe('2006-12-27');
    expect(date(12, 8, 14)).toBe('2012-08-14');
    expect(date(99, 1, 2)).toBe('1999-01-02');
    expect(date(0, 0, 0)).toBe('');
  });

  it('reads a file without the mark of its end', () => {
    const bytes = makeDbf('STREET', [{ CODE: code('22'), NAME: 'Ленина' }]);
    expect(open(bytes.subarray(0, -1)).text(0, 'NAME')).toBe('Ленина');
  });

  it('refuses another table by its fields, or by their width', () => {
    expect(() => open(makeDbf('SOCRBASE', []))).toThrow('STREET.DBF: нет поля CODE, это не тот файл.');
    expect(() => open(makeDbf('KLADR', []))).toThrow(
      'STREET.DBF: в поле CODE 13 знаков, а не 17, это другая таблица КЛАДР.',
    );
  });

  it('refuses a header that promises what no file can hold', () => {
    const bytes = makeDbf('STREET', [{ CODE: code('22') }]);
    bytes.writeUInt32LE(0xffffffff, 4);
    expect(() => open(bytes)).toThrow('файл обрезан — в заголовке 4294967295 записей, на месте 1.');
  });

  it('refuses rows that do not begin where they should', () => {
    const bytes = makeDbf('STREET', [{ CODE: code('22') }, { CODE: code('22') }]);
    bytes[32 * 8 + 1 + 93] = 0x41;
    expect(() => open(bytes).rowsByRegion('CODE')).toThrow(
      new ImportError('STREET.DBF: запись 2 повреждена.'),
    );
  });

  it.each([
    ['windows-1251', [0xc1, 0xe0, 0xf0]],
    ['UTF-8', [...Buffer.from('Бар')]],
    ['KOI8-R', [0xe2, 0xc1, 0xd2]],
  ])('refuses %s', (_name, letters) => {
    const bytes = makeDbf('STREET', [{ CODE: code('22') }]);
    bytes.set(letters, 32 * 8 + 2);
    expect(() => open(bytes).text(0, 'NAME')).toThrow('запись 1 не читается в кодировке cp866');
  });
});
