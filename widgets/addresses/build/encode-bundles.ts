import { FORMAT_VERSION, STREETS_PER_HOUSE_FILE, type BundleHeader, type FileRef } from '../index/format.ts';
import { groupBy } from '../index/group-by.ts';
import { houseTable } from './encode-houses.ts';
import type { IndexWriter } from './index-writer.ts';
import { packTable } from './pack.ts';
import type { AddressRow, FormerNameRow } from './dataset.ts';
import { TypeTable } from './type-table.ts';
import { writeCells, writeCodes, writeSuffixes, writeNumbers, writeDeltas } from './write-columns.ts';

/** Bytes that a new connection brings in its first round trip (RFC 6928: ten segments of about 1,400 bytes). */
const FIRST_ROUND_TRIP_BYTES = 14_000;
/**
 * Largest bundle of several localities, in bytes. It is smaller than a round trip, because a client that needs one of them does not
 * need the others.
 */
const MAX_SHARED_BYTES = 9_000;
/**
 * A bundle of one locality may be larger by this factor: it may fill the first round trip, less 10 % for errors of the estimate.
 */
const OWN_FILE_FACTOR = (0.9 * FIRST_ROUND_TRIP_BYTES) / MAX_SHARED_BYTES;

/** A bundle that was written. */
export interface WrittenBundle {
  /** Code of its first locality, 11 digits. */
  firstCode: string;
  ref: FileRef;
}

/** Writes streets and their houses as bundles. `streets` are sorted by code; `former` are their former names. */
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

/** The code of the locality of a street: the first 11 of its 15 digits. */
const localityOf = ({ code }: { code: string }) => code.slice(0, 11);

/** Writes one bundle: with its houses if that fits into one round trip, else with the houses in files of their own. */
function writeBundle(
  writer: IndexWriter,
  streets: AddressRow[],
  former: Map<string, FormerNameRow[]>,
): FileRef {
  const columns = streetColumns(streets, former);
  const houses = houseTable(streets);
  const header: BundleHeader = { format: FORMAT_VERSION, types: new TypeTable(streets).types };
  const combined = { header: { ...header, ...houses.header }, columns: [...columns, ...houses.columns] };
  if (packTable(combined.header, combined.columns).length <= FIRST_ROUND_TRIP_BYTES)
    return writer.addFile('b', combined);
  const houseFiles = chunks(streets, STREETS_PER_HOUSE_FILE).map((chunk) =>
    writer.addFile('h', houseTable(chunk)),
  );
  const headerWithFiles: BundleHeader = { ...header, houses: houseFiles };
  return writer.addFile('b', { header: headerWithFiles, columns });
}

/**
 * Splits streets into bundles: one for each district, and for each town that lies in no district. A bundle that would be too large
 * is split between localities. A locality that alone is too large for one round trip has bundles of its own.
 */
function bundlesOf(streets: AddressRow[]): AddressRow[][] {
  const areaOf = ({ code }: AddressRow) => (code.slice(2, 5) === '000' ? code.slice(0, 8) : code.slice(0, 5));
  return [...groupBy(streets, areaOf).values()].flatMap((group) => {
    if (weightOf(group) < MAX_SHARED_BYTES) return [group];
    const size = packTable({}, [...streetColumns(group, new Map()), ...houseTable(group).columns]).length;
    // To pack every attempt would take hours. The weight of a part of the streets is about its share of the bytes.
    return size <= MAX_SHARED_BYTES
      ? [group]
      : splitByWeight(group, (weightOf(group) / size) * MAX_SHARED_BYTES);
  });
}

/** Splits the streets of a district between localities into bundles of at most `maxWeight` ({@link weightOf}). */
function splitByWeight(streets: AddressRow[], maxWeight: number): AddressRow[][] {
  const bundles: AddressRow[][] = [[]];
  for (const locality of groupBy(streets, localityOf).values()) {
    const lastBundle = bundles.at(-1) ?? [];
    if (weightOf(lastBundle) + weightOf(locality) <= maxWeight) lastBundle.push(...locality);
    else if (weightOf(locality) <= maxWeight * OWN_FILE_FACTOR) bundles.push([...locality]);
    else {
      const parts = Math.ceil(
        packTable({}, streetColumns(locality, new Map())).length / FIRST_ROUND_TRIP_BYTES,
      );
      bundles.push(...chunks(locality, Math.ceil(locality.length / parts)), []);
    }
  }
  return bundles.filter(({ length }) => length > 0);
}

/** A rough upper limit for the packed bytes of streets: 20 for each, and 12 for each row of houses. */
const weightOf = (streets: AddressRow[]) =>
  streets.reduce((sum, { houses }) => sum + 20 + 12 * houses.length, 0);

/** Columns 1 to 14 of a bundle, as `addresses/README.md` numbers them: all but the houses. */
function streetColumns(streets: AddressRow[], former: Map<string, FormerNameRow[]>): string[] {
  const localities = [...groupBy(streets, localityOf)];
  const formerNames = streets.flatMap(({ code }, i) =>
    (former.get(code) ?? []).map((name) => ({ ...name, i })),
  );
  return [
    writeDeltas(localities.map(([code]) => Number(code.slice(2)))),
    writeNumbers(localities.map(([, group]) => group.length)),
    localities.map(([, group]) => writeDeltas(group.map(({ code }) => Number(code.slice(11))))).join(''),
    writeCells(streets.map(({ name }) => name)),
    writeNumbers(new TypeTable(streets).numbersOf(streets)),
    ...writeCodes(streets),
    writeDeltas(formerNames.map(({ i }) => i)),
    writeCells(formerNames.map(({ name }) => name)),
    writeCells(formerNames.map(({ type }) => type)),
    ...postcodeColumns(streets),
  ];
}

/** The postcodes of streets whose houses have several: rows, how many each has, and all of them. */
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

/** Splits a list into lists of at most `size` values. */
function chunks<Value>(values: Value[], size: number): Value[][] {
  const lists: Value[][] = [];
  for (let i = 0; i < values.length; i += size) lists.push(values.slice(i, i + size));
  return lists;
}
