import { gunzipSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkProperty } from '../../../tests/random-examples.ts';
import { houseTemplates } from '../build/encode-houses.ts';
import { encodeRegion } from '../build/encode-region.ts';
import type { FileContents } from '../build/index-writer.ts';
import { DEMO_ADDRESSES_FOLDER, buildTestIndex } from '../build/index-for-tests.ts';
import type { AddressRow, RegionRows } from '../build/dataset.ts';
import { decodeBundle, type Bundle, type Street } from './bundle.ts';
import { readNumbers, readRefs, readDeltas, writeNumber } from './columns.ts';
import {
  fileName,
  STREETS_PER_HOUSE_FILE,
  NO_STREET,
  parseTable,
  type FileRef,
  type Shard,
} from './format.ts';
import { decodeHouses, houseTableOf, type HouseRow } from './houses.ts';
import { decodeRegion } from './region.ts';
import { splitWords } from '../../text/words.ts';
import { TypedWord } from '../search/typed-word.ts';
import { decodeFormerNames, decodeWordFile } from './word-files.ts';

const SEED = 22;

describe('numbers', () => {
  it('come back as they were', async () => {
    await checkProperty(
      fc.property(fc.array(fc.oneof(fc.nat(100), fc.nat(), fc.maxSafeNat())), (values) => {
        const written = values.map(writeNumber).join('');
        expect(written).toMatch(/^[\x21-\x7e]*$/);
        expect(readNumbers(written)).toEqual(values);
      }),
      100,
    );
  });

  it.each([
    [0, 1],
    [69, 1],
    [70, 2],
    [69 * 24 + 23, 2],
    [70 * 24, 3],
  ])('%d takes %d characters', (value, length) => {
    expect(writeNumber(value)).toHaveLength(length);
  });

  it('are none where nothing is written', () => {
    expect([readNumbers(), readNumbers(''), readDeltas(), readRefs()]).toEqual([[], [], [], []]);
  });
});

describe('parseTable', () => {
  it.each(['', '{}', '{"format":1}', 'null', '[]', '{"format":"2"}', '{"format":2'])('refuses %j', (text) => {
    expect(() => parseTable(text)).toThrow();
  });
});

describe('a list of houses', () => {
  it.each([
    ['Н(37-89),45а', ['Н(#-+)', '#а'], [37, 26, 45]],
    ['Н(37-88)', ['Н(#->)'], [37, 51]],
    ['1-29', ['#->'], [1, 28]],
    ['29-1', ['#-#'], [29, 1]],
    ['0-2520278882', ['#-##'], [0, 252027888, 2]],
    ['18к2стр2', ['#к#стр#'], [18, 2, 2]],
    ['007', ['007'], []],
    [' 5 , ', ['#'], [5]],
  ])('«%s» is written with %j and %j', (list, templates, values) => {
    const items = houseTemplates(list);
    expect(items.map(({ template }) => template)).toEqual(templates);
    expect(items.flatMap((item) => item.values)).toEqual(values);
  });
});

/** The content of the files of a region, in the form of the rows that they were made from. */
function decoded(region: string, { root, files }: { root: FileRef; files: FileContents }): RegionRows {
  const text = ({ file }: { file: string }) => {
    const bytes = files.get(file);
    if (!bytes) throw new Error(`no ${file}`);
    return new TextDecoder('windows-1251').decode(gunzipSync(bytes));
  };
  const made = decodeRegion(text({ file: fileName(region, '', root) }), region);
  const bundles = new Map<string, Bundle>();
  const bundleOf = (shard: Shard) => {
    const bundle = bundles.get(shard.file) ?? decodeBundle(text(shard), region);
    bundles.set(shard.file, bundle);
    return bundle;
  };
  const apart = new Map<string, ReturnType<typeof decodeHouses>>();
  const housesOf = ({ houses }: Bundle, { row }: Street): HouseRow[] => {
    if (!Array.isArray(houses)) return houseTableOf(houses).rowsOf(row);
    const shard = houses[Math.floor(row / STREETS_PER_HOUSE_FILE)];
    if (!shard) return [];
    const file = apart.get(shard.file) ?? decodeHouses(text(shard));
    apart.set(shard.file, file);
    return file.rowsOf(row % STREETS_PER_HOUSE_FILE);
  };
  const ofPlaces = new Map<string, HouseRow[]>();
  const streets: AddressRow[] = [];
  const former: RegionRows['former'] = [];
  for (const { row, code } of made.localities)
    for (const bundle of (made.bundles[row] ?? []).map(bundleOf))
      for (const street of bundle.streets.get(code) ?? []) {
        const { name, type, postcode, okato, oktmo, current } = street;
        const houses = housesOf(bundle, street);
        if (current) former.push({ code: street.code, name, type });
        else if (street.code.endsWith(NO_STREET)) ofPlaces.set(code, houses);
        else streets.push({ code: street.code, name, type, postcode, okato, oktmo, houses });
      }
  if (made.former)
    for (const { locality, name, type } of decodeFormerNames(text(made.former), made).names)
      former.push({ code: made.localities[locality]?.code ?? '', name, type });
  // The postings of the words are the localities that have such streets.
  for (const { shard } of made.wordFiles) {
    const all = decodeWordFile(text(shard));
    for (const { code, name } of streets)
      for (const word of splitWords(name).filter(({ length }) => length > 2)) {
        let leads = false;
        new TypedWord(word).scan(all, (owner) => {
          if (made.localities[owner]?.code === code.slice(0, 11)) leads = true;
        });
        if (made.wordFiles.length === 1) expect([word, leads]).toEqual([word, true]);
      }
  }
  const localities = made.localities.map(({ code, name, type, postcode, okato, oktmo, status }) => ({
    ...{ code, name, type, postcode, okato, oktmo, status },
    houses: ofPlaces.get(code) ?? [],
  }));
  return { region, localities, streets, former: byCode(former) };
}

const byCode = <One extends { code: string; name: string }>(rows: One[]): One[] =>
  rows.sort((a, b) => (a.code + a.name < b.code + b.name ? -1 : 1));

const letters = 'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВЁё0123456789 -.,№"()/N';
const name = fc
  .string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\s+/g, ' ').trim() || 'а');
const digits = (count: number) =>
  fc.oneof(
    fc.constant(''),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: count, maxLength: count }),
  );
const item = fc.oneof(
  fc.nat(999).map(String),
  fc
    .tuple(fc.constantFrom('Н(', 'Ч('), fc.nat(999), fc.nat(999))
    .map(([parity, from, to]) => `${parity}${from}-${to})`),
  fc.tuple(fc.nat(99), fc.nat(99)).map(([from, to]) => `${from}-${to}`),
  fc.constantFrom('Н', 'Ч', 'Все', '2А', '65/1', '18к2стр2', '007', '0', '00'),
  fc.string({ unit: fc.constantFrom(...Array.from('абв0123456789/-().№')), minLength: 1, maxLength: 12 }),
);
const house: fc.Arbitrary<HouseRow> = fc.record({
  list: fc.array(item, { minLength: 1, maxLength: 30 }).map((items) => items.join()),
  postcode: digits(6),
  okato: digits(11),
});
const type = fc.constantFrom('ул', 'пер', 'пр-кт', 'г', 'с');
const named = (houses: fc.Arbitrary<HouseRow[]>) =>
  fc.record({ name, type, postcode: digits(6), okato: digits(11), oktmo: digits(11), houses });
const ascending = <Value>(values: fc.Arbitrary<Value>, most: number, maxLength: number) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: most }), values), {
      selector: ([serial]) => serial,
      maxLength,
    })
    .map((rows) => rows.sort(([a], [b]) => a - b));
const none = fc.constant<HouseRow[]>([]);

/** A random region: whatever its rows may have. */
const rows: fc.Arbitrary<RegionRows> = fc
  .tuple(
    named(none),
    ascending(
      fc.tuple(
        named(fc.oneof(none, fc.array(house, { maxLength: 3 }))),
        fc.nat(3),
        ascending(fc.tuple(named(fc.array(house, { maxLength: 4 })), fc.option(name)), 9999, 12),
        fc.option(name),
      ),
      999_999_999,
      12,
    ),
  )
  .map(([top, below]) => {
    const code = (serial: number) => `22${String(serial).padStart(9, '0')}`;
    const localities = below.map(([serial, [own, status]]) => ({ ...own, code: code(serial), status }));
    const streets = below.flatMap(([serial, [, , own]]) =>
      own.map(([number_, [street, was]]) => ({
        street: { ...street, code: code(serial) + String(number_).padStart(4, '0') },
        was,
      })),
    );
    const formerOf = (of: string, now: string, was: string | null) =>
      was === null || was === now ? [] : [{ code: of, name: was, type: 'ул' }];
    return {
      region: '22',
      localities: [{ ...top, code: '22000000000', status: 0 }, ...localities],
      streets: streets.map(({ street }) => street),
      former: byCode([
        ...below.flatMap(([serial, [own, , , was]]) => formerOf(code(serial), own.name, was)),
        ...streets.flatMap(({ street, was }) => formerOf(street.code, street.name, was)),
      ]),
    };
  });

describe('a region', () => {
  it('comes back as it was', async () => {
    await checkProperty(
      fc.property(rows, (region) => {
        expect(decoded('22', encodeRegion(region, new Map()))).toEqual(region);
      }),
      25,
    );
  });

  it('comes back as it was when its houses have files of their own', () => {
    const [region] = fc.sample(rows, { seed: SEED, numRuns: 1 });
    if (!region) throw new Error('no region');
    const [place = ''] = region.localities.map(({ code }) => code).slice(-1);
    const many = fc.sample(named(fc.array(house, { minLength: 3, maxLength: 6 })), {
      seed: SEED,
      numRuns: 700,
    });
    const streets = many.map((street, i) => ({ ...street, code: place + String(i + 1).padStart(4, '0') }));
    const large = {
      ...region,
      streets: [...region.streets.filter(({ code }) => !code.startsWith(place)), ...streets],
    };
    large.former = large.former.filter(({ code }) => code.length === 11);
    const made = encodeRegion(large, new Map());
    expect([...made.files.keys()].filter((file) => file.startsWith('22h')).length).toBeGreaterThan(2);
    expect(decoded('22', made)).toEqual(large);
  });

  it('comes back as it was from the demonstration set', async () => {
    const { regions, types } = await buildTestIndex(DEMO_ADDRESSES_FOLDER);
    for (const region of regions) {
      const former = byCode([...region.former]);
      expect(decoded(region.region, encodeRegion(region, types))).toEqual({ ...region, former });
    }
  });
});
