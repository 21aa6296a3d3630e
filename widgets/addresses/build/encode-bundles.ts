import { FORMAT_VERSION, STREETS_PER_HOUSE_FILE, type BundleHeader, type FileRef } from '../index/format.ts';
import { groupBy } from '../index/group-by.ts';
import { houseTable } from './encode-houses.ts';
import type { IndexWriter } from './index-writer.ts';
import { packTable } from './pack.ts';
import type { AddressRow, FormerNameRow } from './dataset.ts';
import { TypeTable } from './type-table.ts';
import { writeCells, writeCodes, writeSuffixes, writeNumbers, writeDeltas } from './write-columns.ts';

/** A file that fits into the first round trip of a connection (RFC 6928: ten segments). */
const FIRST_ROUND_TRIP_BYTES = 14_000;
/** A file of many places: who wants one of them does not want the others. */
const MAX_SHARED_BYTES = 9_000;
/** A place that needs a file of its own may fill it, but for what the estimate may be wrong by. */
const OWN_FILE_FACTOR = (0.9 * FIRST_ROUND_TRIP_BYTES) / MAX_SHARED_BYTES;

/** A bundle in its file, and the code of the first locality in it. */
export interface WrittenBundle {
  firstCode: string;
  ref: FileRef;
}

/** Writes the streets and their houses. `former` are names of streets. */
export function writeBundles(
  writer: IndexWriter,
  streets: AddressRow[],
  former: FormerNameRow[],
): WrittenBundle[] {
  const formerNames = groupBy(former, ({ code }) => code);
  return bundlesOf(streets).map((group) => {
    const [first] = group;
    return { firstCode: localityOf(first as AddressRow), ref: writeBundle(writer, group, formerNames) };
  });
}

const localityOf = ({ code }: { code: string }) => code.slice(0, 11);

function writeBundle(
  writer: IndexWriter,
  streets: AddressRow[],
  former: Map<string, FormerNameRow[]>,
): FileRef {
  const table = streetColumns(streets, former);
  const houses = houseTable(streets);
  const header: BundleHeader = { format: FORMAT_VERSION, types: new TypeTable(streets).types };
  const together = { header: { ...header, ...houses.header }, columns: [...table, ...houses.columns] };
  if (packTable(together.header, together.columns).length <= FIRST_ROUND_TRIP_BYTES)
    return writer.addFile('b', together);
  const apart = chunks(streets, STREETS_PER_HOUSE_FILE).map((part) => writer.addFile('h', houseTable(part)));
  const withHouses: BundleHeader = { ...header, houses: apart };
  return writer.addFile('b', { header: withHouses, columns: table });
}

/**
 * The streets of a district, or of a town that belongs to none, with their houses: parted between localities where they are
 * many. A locality that alone is too large for one round trip has files of its own, and its houses apart.
 */
function bundlesOf(streets: AddressRow[]): AddressRow[][] {
  const area = ({ code }: AddressRow) => (code.slice(2, 5) === '000' ? code.slice(0, 8) : code.slice(0, 5));
  return [...groupBy(streets, area).values()].flatMap((group) => {
    if (weightOf(group) < MAX_SHARED_BYTES) return [group];
    const size = packTable({}, [...streetColumns(group, new Map()), ...houseTable(group).columns]).length;
    // Packing every try would take hours: a part of the streets takes its part of the bytes, more or less.
    return size <= MAX_SHARED_BYTES
      ? [group]
      : splitByWeight(group, (weightOf(group) / size) * MAX_SHARED_BYTES);
  });
}

/** Bundles of so much weight each. */
function splitByWeight(streets: AddressRow[], room: number): AddressRow[][] {
  const bundles: AddressRow[][] = [[]];
  for (const locality of groupBy(streets, localityOf).values()) {
    const open = bundles.at(-1) ?? [];
    if (weightOf(open) + weightOf(locality) <= room) open.push(...locality);
    else if (weightOf(locality) <= room * OWN_FILE_FACTOR) bundles.push([...locality]);
    else {
      const parts = Math.ceil(
        packTable({}, streetColumns(locality, new Map())).length / FIRST_ROUND_TRIP_BYTES,
      );
      bundles.push(...chunks(locality, Math.ceil(locality.length / parts)), []);
    }
  }
  return bundles.filter(({ length }) => length > 0);
}

/** Bytes that streets and their houses hardly ever exceed. */
const weightOf = (streets: AddressRow[]) =>
  streets.reduce((sum, { houses }) => sum + 20 + 12 * houses.length, 0);

function streetColumns(streets: AddressRow[], former: Map<string, FormerNameRow[]>): string[] {
  const localities = [...groupBy(streets, localityOf)];
  const earlier = streets.flatMap(({ code }, i) => (former.get(code) ?? []).map((one) => ({ ...one, i })));
  return [
    writeDeltas(localities.map(([code]) => Number(code.slice(2)))),
    writeNumbers(localities.map(([, group]) => group.length)),
    localities.map(([, group]) => writeDeltas(group.map(({ code }) => Number(code.slice(11))))).join(''),
    writeCells(streets.map(({ name }) => name)),
    writeNumbers(new TypeTable(streets).numbersOf(streets)),
    ...writeCodes(streets),
    writeDeltas(earlier.map(({ i }) => i)),
    writeCells(earlier.map(({ name }) => name)),
    writeCells(earlier.map(({ type }) => type)),
    ...postcodeColumns(streets),
  ];
}

/** The postcodes of the houses of streets where these have several. */
function postcodeColumns(streets: AddressRow[]): string[] {
  const several = streets.flatMap(({ postcode, houses }, i) => {
    const postcodes = [...new Set(houses.flatMap((row) => row.postcode || []))].sort();
    return postcode || postcodes.length < 2 ? [] : [{ i, postcodes }];
  });
  return [
    writeDeltas(several.map(({ i }) => i)),
    writeNumbers(several.map(({ postcodes }) => postcodes.length)),
    writeSuffixes(several.flatMap(({ postcodes }) => postcodes)),
  ];
}

function chunks<Value>(values: Value[], size: number): Value[][] {
  const parts: Value[][] = [];
  for (let i = 0; i < values.length; i += size) parts.push(values.slice(i, i + size));
  return parts;
}
