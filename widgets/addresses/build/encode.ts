import { createHash } from 'node:crypto';
import { constants, crc32, deflateRawSync } from 'node:zlib';

import {
  COUNTRY,
  FORMAT,
  HASH_LENGTH,
  HOUSE_STREETS,
  NO_STREET,
  fileName,
  hashIn,
  number,
  sizeIn,
} from '../format.ts';
import type { BundleHeader, HousesHeader, Kind, Manifest, Ref, RootHeader } from '../format.ts';
import { words } from '../text.ts';
import { groupBy } from './group.ts';
import type { HouseRow } from '../houses.ts';
import type { Former, RegionRows, Source, Street } from './source.ts';

/** The files of an index: name → bytes. */
export type Files = Map<string, Uint8Array>;

/** A file that fits into the first round trip of a connection (RFC 6928: ten segments). */
const ONE_TRIP = 14_000;
/** A file of many places: who wants one of them does not want the others. */
const SHARED = 9_000;
/** Places in one file of words: about 5 KB packed. */
const POSTINGS = 3000;
/** Shorter words say too little to look a street up by. */
const SHORTEST_WORD = 3;

export const encodeManifest = (date: string, regions: Record<string, Ref>, towns?: Ref): Uint8Array => {
  const manifest: Manifest = { format: FORMAT, date, regions, ...(towns && { towns }) };
  return new TextEncoder().encode(`${JSON.stringify(manifest)}\n`);
};

/** The files of a region, and the root among them. The same rows give the same bytes. */
export function encodeRegion(rows: RegionRows, longForms: Source['types']): { root: Ref; files: Files } {
  const { region, places } = rows;
  const streets = withStreetless(rows);
  const files: Files = new Map();
  const add = (kind: Kind, header: object, columns: string[]) => addTo(files, region, kind, header, columns);
  const [formerOfStreets, formerOfPlaces] = parted(rows.former, ({ code }) => code.length > 11);
  const indexOf = new Map(places.map(({ code }, i) => [code, i]));
  const placeOf = ({ code }: { code: string }) => indexOf.get(code.slice(0, 11)) ?? 0;

  const bundles = bundlesOf(streets).map((group) => {
    const former = groupBy(formerOfStreets, ({ code }) => code);
    const [bundle, houses] = [streetColumns(group, former), houseColumns(group)];
    const header: BundleHeader = { format: FORMAT, types: distinct(group) };
    const together = packed({ ...header, ...houses.header }, [...bundle, ...houses.columns]);
    const ref =
      together.length <= ONE_TRIP
        ? add('b', { ...header, ...houses.header }, [...bundle, ...houses.columns])
        : add('b', { ...header, houses: chunks(group, HOUSE_STREETS).map(addHouses) }, bundle);
    return { first: placeOf(group[0] as Street), ref };
  });
  const inverted = invertedOf(streets, formerOfStreets, placeOf).map((entries) => ({
    first: entries[0]?.[0] ?? '',
    ref: add('i', { format: FORMAT }, [
      ...frontCoded(entries.map(([word]) => word)),
      entries.map(([, at]) => number(at.length)).join(''),
      entries.map(([, at]) => steps(at)).join(''),
    ]),
  }));
  const former = formerOfPlaces.filter(({ code }) => indexOf.has(code)).sort(byPlaceAndName);
  const types = distinct([...places, ...streets, ...former]);
  const typeOf = numberOf(types);
  const sizes = new Map<string, number>();
  for (const { code } of streets) sizes.set(code.slice(0, 11), (sizes.get(code.slice(0, 11)) ?? 0) + 1);

  const header: RootHeader = {
    format: FORMAT,
    types: types.map((short) => [short, longForms.get(short) ?? short]),
  };
  if (former.length > 0)
    header.former = add('f', { format: FORMAT }, [
      steps(former.map(placeOf)),
      tabs(former.map(({ name }) => name)),
      former.map(typeOf).join(''),
    ]);
  const root = add('', header, [
    steps(places.map(({ code }) => Number(code.slice(2)))),
    tabs(places.map(({ name }) => name)),
    places.map(typeOf).join(''),
    ...codes(places),
    places.map(({ status }) => number(status)).join(''),
    places.map(({ code }) => number(Math.ceil(Math.log2((sizes.get(code) ?? 0) + 1)))).join(''),
    steps(bundles.map(({ first }) => first)),
    ...refs(bundles),
    tabs(inverted.map(({ first }) => first)),
    ...refs(inverted),
  ]);
  return { root, files };

  function addHouses(group: Street[]): Ref {
    const { header, columns } = houseColumns(group);
    return add('h', header, columns);
  }
}

/** The streets, and where a place has houses that belong to none, one that stands for them. */
function withStreetless({ places, streets }: RegionRows): Street[] {
  const own = places
    .filter(({ houses }) => houses.length > 0)
    .map((place): Street => ({ ...place, code: place.code + NO_STREET, name: '', type: '' }));
  return [...own, ...streets].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A name by which a region is known: its own, or that of a town in it. */
export interface Town {
  name: string;
  region: string;
}

export const townsOf = ({ region, places }: RegionRows): Town[] =>
  places
    .filter(({ type, code }) => type === 'г' || code.endsWith('000000000'))
    .map(({ name }) => ({ name, region }));

/** The file that tells a region by its towns. */
export function encodeTowns(towns: Town[]): { ref: Ref; files: Files } {
  const files: Files = new Map();
  const sorted = towns.toSorted((a, b) =>
    a.name < b.name || (a.name === b.name && a.region < b.region) ? -1 : 1,
  );
  const columns = [
    tabs(sorted.map(({ name }) => name)),
    sorted.map(({ region }) => number(Number(region))).join(''),
  ];
  return { ref: addTo(files, COUNTRY, 't', { format: FORMAT }, columns), files };
}

function addTo(files: Files, region: string, kind: Kind, header: object, columns: string[]): Ref {
  const bytes = packed(header, columns);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
  const ref: Ref = `${hash}${bytes.length}`;
  files.set(fileName(region, kind, ref), bytes);
  return ref;
}

/**
 * The streets of a district, or of a town that belongs to none, with their houses: parted between localities where they are
 * many. A locality that alone is too large for one round trip has files of its own, and its houses apart.
 */
function bundlesOf(streets: Street[]): Street[][] {
  const area = ({ code }: Street) => (code.slice(2, 5) === '000' ? code.slice(0, 8) : code.slice(0, 5));
  return [...groupBy(streets, area).values()].flatMap((group) => {
    if (weightOf(group) < SHARED) return [group];
    const size = packed({}, [...streetColumns(group, new Map()), ...houseColumns(group).columns]).length;
    if (size <= SHARED) return [group];
    // Packing every try would take hours: a part of the streets takes its part of the bytes, more or less.
    const room = (weightOf(group) / size) * SHARED;
    const bundles: Street[][] = [[]];
    for (const locality of groupBy(group, ({ code }) => code.slice(0, 11)).values()) {
      const open = bundles.at(-1) ?? [];
      if (weightOf(open) + weightOf(locality) <= room) open.push(...locality);
      else if (weightOf(locality) <= room * ALONE) bundles.push([...locality]);
      else {
        const parts = Math.ceil(packed({}, streetColumns(locality, new Map())).length / ONE_TRIP);
        bundles.push(...chunks(locality, Math.ceil(locality.length / parts)), []);
      }
    }
    return bundles.filter(({ length }) => length > 0);
  });
}

/** A place that needs a file of its own may fill it, but for what the estimate may be wrong by. */
const ALONE = (0.9 * ONE_TRIP) / SHARED;

/** Bytes that streets and their houses hardly ever exceed. */
const weightOf = (streets: Street[]) => streets.reduce((sum, { houses }) => sum + 20 + 12 * houses.length, 0);

function streetColumns(streets: Street[], former: Map<string, Former[]>): string[] {
  const localities = [...groupBy(streets, ({ code }) => code.slice(0, 11))];
  const earlier = streets.flatMap(({ code }, i) => (former.get(code) ?? []).map((one) => ({ ...one, i })));
  const typeOf = numberOf(distinct(streets));
  const several = streets.flatMap(({ postcode, houses }, i) => {
    const postcodes = [...new Set(houses.flatMap((row) => row.postcode || []))].sort();
    return postcode || postcodes.length < 2 ? [] : [{ i, postcodes }];
  });
  return [
    steps(localities.map(([code]) => Number(code.slice(2)))),
    localities.map(([, group]) => number(group.length)).join(''),
    localities.map(([, group]) => steps(group.map(({ code }) => Number(code.slice(11))))).join(''),
    tabs(streets.map(({ name }) => name)),
    streets.map(typeOf).join(''),
    ...codes(streets),
    steps(earlier.map(({ i }) => i)),
    tabs(earlier.map(({ name }) => name)),
    tabs(earlier.map(({ type }) => type)),
    steps(several.map(({ i }) => i)),
    several.map(({ postcodes }) => number(postcodes.length)).join(''),
    endings(several.flatMap(({ postcodes }) => postcodes)),
  ];
}

function houseColumns(streets: Street[]): { header: HousesHeader; columns: string[] } {
  const templates: string[] = [];
  const numberOfTemplate = new Map<string, number>();
  const rows = streets.flatMap(({ houses }) => houses);
  const lists = rows.map(({ list }) => itemsOf(list));
  const kinds = lists.flat().map(({ template }) => {
    const known = numberOfTemplate.get(template) ?? templates.push(template) - 1;
    numberOfTemplate.set(template, known);
    return number(known);
  });
  return {
    header: { format: FORMAT, templates },
    columns: [
      streets.map(({ houses }) => number(houses.length)).join(''),
      lists.map(({ length }) => number(length)).join(''),
      kinds.join(''),
      lists.flatMap((items) => items.flatMap(({ values }) => values.map(number))).join(''),
      endings(rows.map(({ postcode }) => postcode)),
      endings(rows.map(({ okato }) => okato)),
    ],
  };
}

/** `Н(37-89),45а` is `Н(#-+)` with 37 and 26, `#а` with 45. */
export function itemsOf(list: HouseRow['list']): { template: string; values: number[] }[] {
  return list.split(',').flatMap((text) => {
    const item = text.replace(/[#+>\s]+/g, '');
    const values: number[] = [];
    const range = /^([НЧ]?)\(?\d+-\d+\)?$/.exec(item);
    const template = item.replace(/\d{1,9}/g, (digits) => {
      // A number that would not come back as it is stays text.
      if (digits.length > 1 && digits.startsWith('0')) return digits;
      const value = Number(digits);
      const [first] = values;
      values.push(value);
      if (!range || first === undefined || value < first) return '#';
      const pairs = range[1] && (value - first) % 2 === 0;
      values[1] = pairs ? (value - first) / 2 : value - first;
      return pairs ? '+' : '>';
    });
    return item ? [{ template, values }] : [];
  });
}

/** Every word of a street name, with the places that have such a street; parted into files, sorted. */
function invertedOf(
  streets: Street[],
  former: Former[],
  placeOf: (one: { code: string }) => number,
): [word: string, places: number[]][][] {
  const placesOf = new Map<string, Set<number>>();
  const note = (word: string, place: number) => {
    if (word.length < SHORTEST_WORD) return;
    const places = placesOf.get(word);
    if (places) places.add(place);
    else placesOf.set(word, new Set([place]));
  };
  for (const one of [...streets, ...former]) for (const word of words(one.name)) note(word, placeOf(one));
  for (const street of streets)
    for (const { postcode } of [street, ...street.houses]) if (postcode) note(postcode, placeOf(street));
  const entries = [...placesOf].sort(([a], [b]) => (a < b ? -1 : 1));
  const files: [string, number[]][][] = [[]];
  let postings = 0;
  for (const [word, places] of entries) {
    if (postings > POSTINGS) {
      files.push([]);
      postings = 0;
    }
    files.at(-1)?.push([word, [...places].sort((a, b) => a - b)]);
    postings += places.size;
  }
  return files.filter(({ length }) => length > 0);
}

/** Sorted words: how many letters each shares with the one before, and the rest of each. */
function frontCoded(sorted: string[]): string[] {
  const shared = sorted.map((word, i) => {
    const above = sorted[i - 1] ?? '';
    let same = 0;
    while (same < word.length && word[same] === above[same]) same++;
    return same;
  });
  return [shared.map(number).join(''), tabs(sorted.map((word, i) => word.slice(shared[i])))];
}

/** The types in use, the most frequent first. */
function distinct(rows: { type: string }[]): string[] {
  const groups = [...groupBy(rows, ({ type }) => type)].map(([type, { length }]) => ({ type, length }));
  return groups.sort((a, b) => b.length - a.length || (a.type < b.type ? -1 : 1)).map(({ type }) => type);
}

const numberOf = (types: string[]) => {
  const at = new Map(types.map((type, i) => [type, number(i)]));
  return ({ type }: { type: string }) => at.get(type) ?? '';
};

const codes = (rows: { postcode: string; okato: string; oktmo: string }[]) => [
  endings(rows.map(({ postcode }) => postcode)),
  endings(rows.map(({ okato }) => okato)),
  // An ОКТМО of eight digits is a municipality; eleven name a settlement in it.
  rows.some(({ oktmo }) => oktmo)
    ? endings(rows.map(({ oktmo }) => (oktmo ? oktmo.padEnd(11, '0') : '')))
    : '',
];

const refs = (files: { ref: Ref }[]) => [
  files.map(({ ref }) => hashIn(ref)).join(''),
  files.map(({ ref }) => number(sizeIn(ref))).join(''),
];

const tabs = (values: string[]) => values.map((value) => value.replace(/\s+/g, ' ')).join('\t');

/** Each number as the distance from the one before. */
const steps = (sorted: number[]) => sorted.map((value, i) => number(value - (sorted[i - 1] ?? 0))).join('');

/** What differs from the value above, which has as many digits: an empty cell repeats it; `-` is no value. */
function endings(values: string[]): string {
  let above = '';
  const written = values.map((value) => {
    if (!value) return '-';
    let shared = 0;
    while (shared < value.length && value[shared] === above[shared]) shared++;
    above = value;
    return value.slice(shared);
  });
  return written.join('\t');
}

/** Bytes of gzip besides the blocks: no name, no time, an unknown operating system (RFC 1952). */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255);

/**
 * One gzip stream. Columns are so unlike each other that a block of its own for each, with a code of its own, is smaller;
 * like ones share a block.
 */
function packed(header: object, columns: string[]): Uint8Array {
  const [first = '', ...rest] = [JSON.stringify(header), ...columns].map((line, i) =>
    i ? `\n${line}` : line,
  );
  const blocks: Uint8Array[] = [];
  let open = windows1251(first);
  let closed = deflated(open);
  for (const line of rest) {
    const next = windows1251(line);
    const apart = deflated(next);
    const both = Buffer.concat([open, next]);
    const together = deflated(both);
    if (together.length <= closed.length + apart.length) [open, closed] = [both, together];
    else {
      blocks.push(closed);
      [open, closed] = [next, apart];
    }
  }
  const text = windows1251([first, ...rest].join(''));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(text), 0);
  trailer.writeUInt32LE(text.length, 4);
  return Buffer.concat([GZIP_HEADER, ...blocks, deflateRawSync(open, { level: 9 }), trailer]);
}

const deflated = (bytes: Uint8Array) =>
  deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });

const decoder = new TextDecoder('windows-1251');
const BYTES = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
const QUESTION = 0x3f;

/** One byte a letter; what the code page does not have becomes a question mark. */
function windows1251(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = BYTES.get(text[i] ?? '') ?? QUESTION;
  return bytes;
}

function chunks<Value>(values: Value[], size: number): Value[][] {
  const parts: Value[][] = [];
  for (let i = 0; i < values.length; i += size) parts.push(values.slice(i, i + size));
  return parts;
}

function parted<Value>(values: Value[], first: (value: Value) => boolean): [Value[], Value[]] {
  return [values.filter(first), values.filter((value) => !first(value))];
}

const byPlaceAndName = (a: Former, b: Former) =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
