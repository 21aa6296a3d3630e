import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { beforeAll, describe, expect, it } from 'vitest';

import { TEST_INDEX_URL, encodeIndex, memoryFetch } from '../build/index-for-tests.ts';
import type { FileContents } from '../build/index-writer.ts';
import type { AddressRow, LocalityRow, RegionRows } from '../build/dataset.ts';
import { readCells, readNumbers, readDeltas } from '../index/columns.ts';
import { parseTable, shardOf } from '../index/format.ts';
import { IndexFiles } from '../index/index-files.ts';
import { RegionFiles } from '../index/region-files.ts';
import { decodeRegion } from '../index/region.ts';
import { HOUSE_COST } from '../search/costs.ts';
import type { Match } from '../search/match.ts';
import { parseQuery } from '../search/parse-query.ts';
import { searchRegion } from '../search/search-region.ts';
import { openAddressIndex } from './reader.ts';
import { suggestionOf } from './suggestion.ts';

/** The example of README.md: the code must come to the numbers in its tables. */
const LINE = 'барн лен 12';

const row = (code: string, type: string, name: string): AddressRow => ({
  ...{ code, type, name, postcode: '', okato: '', oktmo: '', houses: [] },
});
const ROWS: RegionRows = {
  region: '22',
  localities: [
    { ...row('22000000000', 'край', 'Алтайский'), status: 0 },
    { ...row('22000001000', 'г', 'Барнаул'), status: 2 },
    { ...row('22000002000', 'п', 'Ленинский'), status: 0 },
  ] satisfies LocalityRow[],
  streets: [
    {
      ...row('220000010000040', 'пр-кт', 'Ленина'),
      houses: [{ list: 'Ч(2-60),12а', postcode: '656049', okato: '' }],
    },
    row('220000010000041', 'ул', 'Ленинградская'),
    row('220000020000007', 'ул', 'Барнаульская'),
  ],
  former: [],
};

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The cells of the table under a heading of README.md, without its head. */
function tableUnder(heading: string): string[][] {
  const section = README.split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

let files: FileContents;
let region: RegionFiles;

/** The text of the first file whose name has this beginning. */
function textOf(beginning: string): string {
  const [, bytes = Buffer.of()] = [...files].find(([name]) => name.startsWith(beginning)) ?? [];
  return new TextDecoder('windows-1251').decode(gunzipSync(bytes));
}

beforeAll(async () => {
  files = encodeIndex([ROWS], new Map());
  const index = new IndexFiles(TEST_INDEX_URL, memoryFetch(files));
  const { regions } = await index.manifest();
  const root = shardOf('22', '', regions['22'] ?? '');
  region = new RegionFiles(index, await index.readShard(root, (text) => decodeRegion(text, '22')));
});

describe('the example of README.md', () => {
  it('is written in the files as its table says', () => {
    const read = {
      deltas: (text: string) => readDeltas(text).join(', '),
      numbers: (text: string) => readNumbers(text).join(', '),
      cells: (text: string) => readCells(text).join(', '),
    };
    const table = tableUnder('«барн лен 12» in the files');
    expect(table).toHaveLength(14);
    for (const [file = '', column, , text = '', way = '', meaning] of table) {
      const { columns } = parseTable(textOf(file === 'root' ? '22-' : '22b-'));
      const stored = columns[Number(column) - 1] ?? '';
      expect([file, column, `\`${stored.replaceAll('\t', '⇥')}\``]).toEqual([file, column, text]);
      expect([file, column, read[way as keyof typeof read](stored)]).toEqual([file, column, meaning]);
    }
  });

  it('costs what its table says, and comes in that order', async () => {
    const queries = parseQuery(LINE);
    const scope = { within: '', near: '', bounds: undefined, limit: 6, signal: undefined };
    const request = { line: LINE, queries, ...scope };
    const { matches } = await searchRegion(region, request);
    const costs = ({ tokens, locality, street }: Match) =>
      ['барн', 'лен'].map((text) => {
        const token = tokens.find((one) => one.text === text);
        const words = street?.words.map((word) => token?.costAs(word) ?? NaN) ?? [];
        return Math.min(token?.costIn(locality) ?? NaN, ...words);
      });
    const rows = matches.map((match) => {
      const { line } = suggestionOf(match, { tokens: [], sure: 'prefix' });
      const [first = NaN, second = NaN] = costs(match);
      expect(match.cost).toBe(first + second + HOUSE_COST);
      const { status, size } = match.locality;
      const numbers = [first, second, HOUSE_COST, match.cost, match.untypedWords, status, size];
      return [`${line}, ${match.house ?? ''}`, ...numbers, match.street?.name.length ?? 0].map(String);
    });
    expect(tableUnder('«барн лен 12» ranked')).toEqual(rows);
  });

  it('is suggested with the postcode of the house', async () => {
    const [first] = await openAddressIndex(TEST_INDEX_URL, memoryFetch(files)).suggest(LINE);
    expect(first).toMatchObject({ line: 'Барнаул, пр-кт Ленина, 12', postcode: '656049', listed: true });
  });
});
