import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { folderFetch } from '../build/folder-fetch.ts';
import { importAddresses } from '../build/import.ts';
import { openAddressIndex, type SuggestOptions } from './reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'okno-addresses-'));
const parseLine = async (line: string, options?: SuggestOptions) =>
  (await openAddressIndex(new URL('https://example.org/'), folderFetch(folder)).parseCertain(line, options))
    ?.line;

beforeAll(async () => {
  await importAddresses({ from: 'content/addresses', out: folder });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('parseCertain', () => {
  it.each([
    ['Барнаул, пр-кт Ленина, 12', 'Барнаул, пр-кт Ленина, 12'],
    ['барнаул ленина 12', 'Барнаул, пр-кт Ленина, 12'],
    ['г. Барнаул, проспект Ленина, д. 12, кв. 5', 'Барнаул, пр-кт Ленина, 12, кв 5'],
    [',fhyfek ktybyf 12', 'Барнаул, пр-кт Ленина, 12'],
    ['с Павловск, ул Ленина, 5', 'Павловский р-н, с Павловск, ул Ленина, 5'],
    ['Барнаул, пр-кт Ленина, 12, подъезд 3', 'Барнаул, пр-кт Ленина, 12, подъезд 3'],
    ['Барнаул, пр-кт Ленина', 'Барнаул, пр-кт Ленина'],
    ['Барнаул', 'Барнаул'],
  ])('is certain of «%s»', async (line, certain) => {
    expect(await parseLine(line)).toBe(certain);
  });

  it.each([
    ['the street is a проспект', 'Барнаул, ул Ленина, 12'],
    ['the town is missing', 'ленинградская 12'],
    ['a word of the name is missing', 'Бийск, Мерлина, 5'],
    ['a word is unfinished', 'барнаул ленинградска 12'],
    ['a word is misspelt', 'барнаул лининградская 12'],
    ['the name is a former one', 'Барнаул, ул Л.Толстого, 5'],
    ['only the data could tell whether it is a house', 'Барнаул, пр-кт Ленина, стр 191'],
    ['the ending is not understood', 'Барнаул, пр-кт Ленина, 12 за мостом'],
    ['several villages have the name', 'березовка'],
    ['nothing has the name', 'дом у реки'],
  ])('is in doubt where %s: «%s»', async (_, line) => {
    expect(await parseLine(line)).toBeUndefined();
  });

  it('needs no town where the page names it', async () => {
    expect(await parseLine('ленинградская 12', { within: '2200000100000' })).toBe(
      'Барнаул, ул Ленинградская, 12',
    );
  });
});
