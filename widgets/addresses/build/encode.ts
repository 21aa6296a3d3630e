import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { bundleKey, fileName, FORMAT, formatTable, HASH_LENGTH } from '../format.ts';
import type { BundleHeader, Manifest, RootHeader, Shard, Table } from '../format.ts';
import { groupBy } from './group.ts';
import type { Kladr, Place, Street } from './kladr.ts';

/** The files of an index: name → bytes. `manifest.json` is among them. */
export type Files = Map<string, Uint8Array>;

/** The whole index of what was read. The same input gives the same bytes. */
export function encode(kladr: Kladr): Files {
  const files: Files = new Map();
  const regions: Record<string, Shard> = {};
  const streetsOf = groupBy(kladr.streets, ({ code }) => code.slice(0, 2));
  for (const [region, places] of groupBy(kladr.places, ({ code }) => code.slice(0, 2)))
    regions[region] = encodeRegion(region, places, streetsOf.get(region) ?? [], kladr.types, files);
  const manifest: Manifest = { format: FORMAT, date: kladr.date, regions };
  files.set('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest)}\n`));
  return files;
}

function encodeRegion(
  region: string,
  places: Place[],
  streets: Street[],
  longForms: Kladr['types'],
  files: Files,
): Shard {
  const bundles: RootHeader['bundles'] = [];
  for (const [key, group] of groupBy(streets, ({ code }) => bundleKey(code))) {
    const { file, size } = add(files, key, bundle(key, group));
    bundles.push([key, file.slice(key.length + 1, -'.bin'.length), size]);
  }
  const counts = new Map<string, number>();
  for (const { code } of streets) counts.set(code.slice(0, 11), (counts.get(code.slice(0, 11)) ?? 0) + 1);

  const types = distinct([...places, ...streets]);
  const root: Table<RootHeader> = {
    header: {
      format: FORMAT,
      region,
      types: types.map((short) => [short, longForms.get(short) ?? short]),
      bundles,
    },
    columns: [
      steps(places.map(({ code }) => Number(code.slice(2)))),
      places.map(({ name }) => name),
      places.map(({ type }) => String(types.indexOf(type))),
      endings(places.map(({ postcode }) => postcode)),
      endings(places.map(({ okato }) => okato)),
      places.map(({ status }) => (status ? String(status) : '')),
      places.map(({ code }) => String(counts.get(code) ?? '')),
    ],
  };
  return add(files, region, root);
}

function bundle(key: string, streets: Street[]): Table<BundleHeader> {
  const types = distinct(streets);
  const localities = [...groupBy(streets, ({ code }) => code.slice(0, 11))];
  return {
    header: { format: FORMAT, types },
    columns: [
      localities.map(([code]) => code.slice(key.length)),
      localities.map(([, group]) => String(group.length)),
      localities.flatMap(([, group]) => steps(group.map(({ code }) => Number(code.slice(11))))),
      streets.map(({ name }) => name),
      streets.map(({ type }) => String(types.indexOf(type))),
      endings(streets.map(({ postcode }) => postcode)),
      endings(streets.map(({ okato }) => okato)),
    ],
  };
}

/** The types in use, the most frequent first. */
function distinct(rows: { type: string }[]): string[] {
  const groups = [...groupBy(rows, ({ type }) => type)].map(([type, { length }]) => ({ type, length }));
  return groups.sort((a, b) => b.length - a.length || (a.type < b.type ? -1 : 1)).map(({ type }) => type);
}

/** Each number as the distance from the one before; a distance of 1 is an empty cell. */
const steps = (numbers: number[]): string[] =>
  numbers.map((number, i) => {
    const step = number - (numbers[i - 1] ?? 0);
    return step === 1 ? '' : String(step);
  });

/** What differs from the value above, which has as many digits: an empty cell repeats it; `-` is no value. */
function endings(values: string[]): string[] {
  let above = '';
  return values.map((value) => {
    if (!value) return '-';
    let shared = 0;
    while (shared < value.length && value[shared] === above[shared]) shared++;
    above = value;
    return value.slice(shared);
  });
}

function add(files: Files, key: string, table: Table<RootHeader | BundleHeader>): Shard {
  const bytes = new Uint8Array(gzipSync(formatTable(table), { level: 9 }));
  bytes[9] = 255; // the operating system, which zlib writes there, must not change the hash (RFC 1952)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
  const file = fileName(key, hash);
  files.set(file, bytes);
  return { file, size: bytes.length };
}
