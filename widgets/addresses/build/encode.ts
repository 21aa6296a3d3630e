import { createHash } from 'node:crypto';

import { writeNumber } from '../index/columns.ts';
import {
  COUNTRY,
  FORMAT,
  HASH_LENGTH,
  HOUSE_STREETS,
  NO_STREET,
  fileName,
  hashIn,
  sizeIn,
} from '../index/format.ts';
import type { BundleHeader, Kind, Manifest, Ref, RootHeader } from '../index/format.ts';
import { houseColumns } from './encode-houses.ts';
import { frontCoded, invertedOf } from './encode-words.ts';
import { groupBy } from '../index/group-by.ts';
import { endings, packed, steps, tabs } from './packing.ts';
import type { Former, RegionRows, Source, Street } from './source.ts';

/** The files of an index: name → bytes. */
export type Files = Map<string, Uint8Array>;

/** A file that fits into the first round trip of a connection (RFC 6928: ten segments). */
const ONE_TRIP = 14_000;
/** A file of many places: who wants one of them does not want the others. */
const SHARED = 9_000;
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
      entries.map(([, at]) => writeNumber(at.length)).join(''),
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
    places.map(({ status }) => writeNumber(status)).join(''),
    places.map(({ code }) => writeNumber(Math.ceil(Math.log2((sizes.get(code) ?? 0) + 1)))).join(''),
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
    sorted.map(({ region }) => writeNumber(Number(region))).join(''),
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
    localities.map(([, group]) => writeNumber(group.length)).join(''),
    localities.map(([, group]) => steps(group.map(({ code }) => Number(code.slice(11))))).join(''),
    tabs(streets.map(({ name }) => name)),
    streets.map(typeOf).join(''),
    ...codes(streets),
    steps(earlier.map(({ i }) => i)),
    tabs(earlier.map(({ name }) => name)),
    tabs(earlier.map(({ type }) => type)),
    steps(several.map(({ i }) => i)),
    several.map(({ postcodes }) => writeNumber(postcodes.length)).join(''),
    endings(several.flatMap(({ postcodes }) => postcodes)),
  ];
}

/** The types in use, the most frequent first. */
function distinct(rows: { type: string }[]): string[] {
  const groups = [...groupBy(rows, ({ type }) => type)].map(([type, { length }]) => ({ type, length }));
  return groups.sort((a, b) => b.length - a.length || (a.type < b.type ? -1 : 1)).map(({ type }) => type);
}

const numberOf = (types: string[]) => {
  const at = new Map(types.map((type, i) => [type, writeNumber(i)]));
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
  files.map(({ ref }) => writeNumber(sizeIn(ref))).join(''),
];

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
