import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openAddressIndex, type AddressIndex } from '../suggest/reader.ts';
import { folderFetch } from './folder-fetch.ts';
import { guidOf, makeGarFiles, writeFiles, type TestGarObject } from './gar-files-for-tests.ts';
import { importAddresses } from './import.ts';

const TOWN = '22000001000';
const street = (id: string, parent: string, name: string): TestGarObject => ({
  ...{ id, parent, name, type: 'ул.', level: '8', params: { 11: `${TOWN}0${id}` } },
});
const territory = (id: string, parent: string, [type = '', name = '']: string[]): TestGarObject => ({
  ...{ id, parent, name, type, level: '7' },
});
const OBJECTS: TestGarObject[] = [
  { id: '1', name: 'Алтайский', type: 'край', level: '1', params: { 11: '22000000000' } },
  {
    ...{ id: '2', parent: '1', name: 'Барнаул', type: 'г.', level: '5' },
    params: { 6: '01401000000', 11: TOWN },
    municipalOktmo: '01701000001',
  },
  street('100', '2', 'Садовая'),
  { ...territory('101', '2', ['тер. СНТ', 'Заря']), params: { 11: `${TOWN}0101` } },
  street('102', '101', 'Садовая'),
  { id: '900', parent: '102', house: '12' },
  { id: '901', parent: '102', stead: '5/1', params: { 5: '656063' } },
  { id: '902', parent: '102', stead: 'без номера' },
  // A quarter in a microdistrict, which has no code of КЛАДР.
  territory('103', '2', ['мкр.', 'Солнечный']),
  territory('104', '103', ['кв-л', '5']),
  street('105', '104', 'Садовая'),
  // Only the municipal hierarchy has it.
  { ...street('106', '', 'Садовая'), parent: '', municipalParent: '103', municipalOktmo: '01701000' },
  // A settlement of КЛАДР that is a territory in ГАР: it stands in the code of the street.
  {
    ...{ id: '3', parent: '2', name: 'Огородник', type: 'тер.', level: '7' },
    params: { 11: '22000001007' },
  },
  {
    ...{ id: '107', parent: '3', name: 'Садовая', type: 'ул.', level: '8' },
    params: { 11: '220000010070001' },
  },
  // A circle, which no good data have.
  territory('108', '109', ['тер.', 'Круг']),
  territory('109', '108', ['тер.', 'Кольцо']),
  street('110', '108', 'Круговая'),
];

let temp = '';
let addresses: AddressIndex;
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'okno-territories-'));
  const from = writeFiles(join(temp, 'from'), makeGarFiles(OBJECTS));
  await importAddresses({ from, out: join(temp, 'out') });
  addresses = openAddressIndex(new URL('https://example.org/'), folderFetch(join(temp, 'out')));
});
afterEach(() => {
  rmSync(temp, { recursive: true });
});
const linesFor = async (query: string) => (await addresses.suggest(query)).map(({ line }) => line);

describe('the territory of a street', () => {
  it('tells streets with the same name in one town apart, that of the town itself first', async () => {
    expect((await linesFor('Барнаул Садовая'))[0]).toBe('Барнаул, ул Садовая');
    expect((await linesFor('Барнаул Садовая')).sort()).toEqual([
      'Барнаул, мкр Солнечный, кв-л 5, ул Садовая',
      'Барнаул, мкр Солнечный, ул Садовая',
      'Барнаул, тер Огородник, ул Садовая',
      'Барнаул, тер. СНТ Заря, ул Садовая',
      'Барнаул, ул Садовая',
    ]);
  });

  it('is found by its name and by its type, with the house in it', async () => {
    expect(await linesFor('барнаул заря садовая')).toEqual(['Барнаул, тер. СНТ Заря, ул Садовая']);
    expect(await linesFor('барнаул, тер. СНТ Заря, ул Садовая, 12')).toEqual([
      'Барнаул, тер. СНТ Заря, ул Садовая, 12',
    ]);
    expect((await linesFor('снт садовая'))[0]).toBe('Барнаул, тер. СНТ Заря, ул Садовая');
    expect((await linesFor('садовая солнечный')).sort()).toEqual([
      'Барнаул, мкр Солнечный, кв-л 5, ул Садовая',
      'Барнаул, мкр Солнечный, ул Садовая',
    ]);
  });

  it('has houses and steads', async () => {
    const at = (house: string) => addresses.resolve(`${TOWN}010200`, house);
    expect(await at('12')).toMatchObject({ house: '12', listed: true });
    expect(await at('уч5/1')).toMatchObject({ listed: true, postcode: '656063' });
    expect(await at('7')).toMatchObject({ listed: false });
  });

  it('is a part of the address, with its code if it has one', async () => {
    const [known, inside] = await Promise.all(
      ['0102', '0105'].map((number) => addresses.resolve(`${TOWN}${number}00`)),
    );
    expect(known?.parts.slice(2)).toEqual([
      { level: 'territory', type: 'тер. СНТ', name: 'Заря', kladr: `${TOWN}010100` },
      { level: 'street', type: 'ул', name: 'Садовая', kladr: `${TOWN}010200` },
    ]);
    expect(inside?.parts.slice(2, 4)).toEqual([
      { level: 'territory', type: 'мкр', name: 'Солнечный' },
      { level: 'territory', type: 'кв-л', name: '5' },
    ]);
  });

  it('does no harm where the data are circular', async () => {
    expect(await linesFor('круговая')).toEqual(['Барнаул, тер Кольцо, тер Круг, ул Круговая']);
  });

  it('comes with the ОКТМО of the municipal hierarchy, or that of the town', async () => {
    const oktmoOf = async (number: string) => (await addresses.resolve(`${TOWN}${number}00`))?.oktmo;
    expect(await oktmoOf('0106')).toBe('01701000000');
    expect(await oktmoOf('0100')).toBe('01701000001');
  });
});

describe('the GUID of ГАР', () => {
  it('comes with an address that is chosen, from a file that no search needs', async () => {
    const fetched: string[] = [];
    const fetcher: typeof fetch = (input) => {
      fetched.push(new Request(input).url.replace(/^.*\/|-.*$/g, ''));
      return folderFetch(join(temp, 'out'))(input);
    };
    const counted = openAddressIndex(new URL('https://example.org/'), fetcher);
    const [first] = await counted.suggest('барнаул заря садовая 12');
    expect(first).toMatchObject({ house: '12', listed: true });
    expect(first).not.toHaveProperty('fias');
    expect(fetched).not.toContain('22g');
    expect(await counted.resolve(first?.kladr ?? '', '12')).toMatchObject({
      house: '12',
      fias: guidOf('102'),
    });
    expect(fetched).toContain('22g');
  });

  it('is that of the locality, the territory, or the street that was typed', async () => {
    const fiasOf = async (line: string) => (await addresses.parse(line))?.fias;
    expect(await fiasOf('барнаул')).toBe(guidOf('2'));
    expect(await fiasOf('барнаул заря')).toBe(guidOf('101'));
    expect(await fiasOf('барнаул заря садовая 12')).toBe(guidOf('102'));
  });
});
