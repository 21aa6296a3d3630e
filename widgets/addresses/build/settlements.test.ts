import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { makeDbf } from './dbf-for-tests.ts';
import { readSettlements } from './settlements.ts';

it('reads towns and villages with their district, or with the town that they belong to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okno-settlements-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const rows = [
    ['2200000000000', 'Примерский', 'край'],
    ['2200000100000', 'Примерск', 'г'],
    ['2200000100100', 'Заречное', 'с'],
    ['2200500000000', 'Дальний', 'р-н'],
    ['2200500100000', 'Дальнегорск', 'г'],
    ['2200500000400', 'Сосновка', 'с'],
  ].map(([CODE = '', NAME = '', SOCR = '']) => ({ CODE, NAME, SOCR }));
  writeFileSync(join(folder, 'KLADR.DBF'), makeDbf('KLADR', rows));
  const types = [{ LEVEL: '4', SCNAME: 'с', SOCRNAME: 'Село' }];
  writeFileSync(join(folder, 'SOCRBASE.DBF'), makeDbf('SOCRBASE', types));
  expect(await readSettlements(folder)).toEqual([
    { name: 'село Заречное', within: '2200000100000' },
    { name: 'село Сосновка', within: '2200500000000' },
    { name: 'г Дальнегорск', within: '2200500000000' },
  ]);
});
