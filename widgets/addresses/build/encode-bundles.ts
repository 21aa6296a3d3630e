import { FORMAT_VERSION, STREETS_PER_HOUSE_FILE, type BundleHeader, type FileRef } from '../index/format.ts';
import { groupBy } from '../index/group-by.ts';
import { houseTable } from './encode-houses.ts';
import { writeGuids } from './encode-guids.ts';
import { territoryColumns } from './encode-territories.ts';
import type { IndexWriter } from './index-writer.ts';
import { packTable } from './pack.ts';
import type { AddressRow, FormerNameRow } from './dataset.ts';
import { TypeTable } from './type-table.ts';
import { writeCells, writeCodes, writeSuffixes, writeNumbers, writeDeltas } from './write-columns.ts';

/** Bytes that a new connection brings in its first round trip (RFC 6928: ten segments of about 1,400 bytes). */
const FIRST_ROUND_TRIP_BYTES = 14_000;
/** Largest bundle of several localities, in bytes: less than one round trip brings, because a client needs only one of them. */
const MAX_SHARED_BYTES = 9_000;
/** A bundle of one locality may be so many times as large: it may fill the first round trip, less 10 % for a wrong estimate. */
const SINGLE_LOCALITY_FACTOR = (0.9 * FIRST_ROUND_TRIP_BYTES) / MAX_SHARED_BYTES;

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
  const formerByCode = groupBy(former, ({ code }) => code);
  return splitIntoBundles(streets).map((bundle) => ({
    firstCode: localityCodeOf(bundle[0] as AddressRow),
    ref: writeBundle(writer, bundle, formerByCode),
  }));
}

/** The code of the locality of a street: the first 11 of its 15 digits. */
const localityCodeOf = ({ code }: { code: string }) => code.slice(0, 11);

/** Writes one bundle: with its houses if that fits into one round trip, else with the houses in files of their own. */
function writeBundle(
  writer: IndexWriter,
  streets: AddressRow[],
  formerByCode: Map<string, FormerNameRow[]>,
): FileRef {
  const columns = streetColumns(streets, formerByCode);
  const houses = houseTable(streets);
  const { shortForms: types } = new TypeTable(streets);
  const header: BundleHeader = { format: FORMAT_VERSION, types, ...writeGuids(writer, streets) };
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
function splitIntoBundles(streets: AddressRow[]): AddressRow[][] {
  // The first digits of a code are its region, two, its district, three, and its town, three.
  const areaOf = ({ code }: AddressRow) => (code.slice(2, 5) === '000' ? code.slice(0, 8) : code.slice(0, 5));
  return [...groupBy(streets, areaOf).values()].flatMap((streetsOfArea) => {
    const weight = weightOf(streetsOfArea);
    if (weight < MAX_SHARED_BYTES) return [streetsOfArea];
    const columns = [...streetColumns(streetsOfArea, new Map()), ...houseTable(streetsOfArea).columns];
    const size = packTable({}, columns).length;
    // To pack every attempt would take hours. The weight of a part of the streets is about its share of the bytes.
    return size <= MAX_SHARED_BYTES
      ? [streetsOfArea]
      : splitByWeight(streetsOfArea, (weight / size) * MAX_SHARED_BYTES);
  });
}

/**
 * Splits the streets of a district between localities into bundles of at most `maxWeight` ({@link weightOf}). A locality that alone
 * is too large gets several bundles, with the same number of streets each.
 */
function splitByWeight(streets: AddressRow[], maxWeight: number): AddressRow[][] {
  const bundles: AddressRow[][] = [[]];
  for (const streetsOfLocality of groupBy(streets, localityCodeOf).values()) {
    const weight = weightOf(streetsOfLocality);
    const lastBundle = bundles.at(-1) ?? [];
    if (weightOf(lastBundle) + weight <= maxWeight) lastBundle.push(...streetsOfLocality);
    else if (weight <= maxWeight * SINGLE_LOCALITY_FACTOR) bundles.push([...streetsOfLocality]);
    else {
      const bytes = packTable({}, streetColumns(streetsOfLocality, new Map())).length;
      const parts = Math.ceil(bytes / FIRST_ROUND_TRIP_BYTES);
      // The empty list is the bundle of the localities that follow.
      bundles.push(...chunks(streetsOfLocality, Math.ceil(streetsOfLocality.length / parts)), []);
    }
  }
  return bundles.filter(({ length }) => length > 0);
}

/** A rough upper limit for the packed bytes of streets: 20 for each, and 12 for each row of houses. */
const weightOf = (streets: AddressRow[]) =>
  streets.reduce((sum, { houses }) => sum + 20 + 12 * houses.length, 0);

/** Columns 1 to 20 of a bundle, as `addresses/README.md` numbers them: all but the houses. */
function streetColumns(streets: AddressRow[], formerByCode: Map<string, FormerNameRow[]>): string[] {
  const localities = [...groupBy(streets, localityCodeOf)];
  const formerNames = streets.flatMap(({ code }, i) =>
    (formerByCode.get(code) ?? []).map((name) => ({ ...name, row: i })),
  );
  return [
    writeDeltas(localities.map(([code]) => Number(code.slice(2)))),
    writeNumbers(localities.map(([, streetsOfLocality]) => streetsOfLocality.length)),
    localities
      .map(([, streetsOfLocality]) =>
        writeDeltas(streetsOfLocality.map(({ code }) => Number(code.slice(11)))),
      )
      .join(''),
    writeCells(streets.map(({ name }) => name)),
    writeNumbers(new TypeTable(streets).indexesOf(streets)),
    ...writeCodes(streets),
    writeDeltas(formerNames.map(({ row }) => row)),
    writeCells(formerNames.map(({ name }) => name)),
    writeCells(formerNames.map(({ type }) => type)),
    ...postcodeColumns(streets),
    ...territoryColumns(streets),
  ];
}

/** Columns 12 to 14 of a bundle, for the streets whose houses have several postcodes: their rows, how many each has, all of them. */
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
