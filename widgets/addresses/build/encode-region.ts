import { FORMAT_VERSION, NO_STREET, type FileRef, type RootHeader } from '../index/format.ts';
import { writeBundles } from './encode-bundles.ts';
import { writeGuids } from './encode-guids.ts';
import { territoriesOf } from './encode-territories.ts';
import { writeWordFiles } from './encode-words.ts';
import { IndexWriter, type FileContents, type TableToWrite } from './index-writer.ts';
import type { AddressRow, FormerNameRow, LocalityRow, RegionRows, AddressDataset } from './dataset.ts';
import { TypeTable } from './type-table.ts';
import { writeCells, writeCodes, writeNumbers, writeRefs, writeDeltas } from './write-columns.ts';

/** Gives the row, in the root, of a locality, or of the locality in which a street lies. */
type LocalityRowOf = (object: { code: string }) => number;

/** Encodes a region. `root` refers to its root, which is one of the `files`. The same rows always give the same bytes. */
export function encodeRegion(
  rows: RegionRows,
  longForms: AddressDataset['longForms'],
): { root: FileRef; files: FileContents } {
  const { region, localities } = rows;
  const writer = new IndexWriter(region);
  const streets = addNoStreetRows(rows);
  const rowByCode = new Map(localities.map(({ code }, row) => [code, row]));
  const localityRowOf: LocalityRowOf = ({ code }) => rowByCode.get(code.slice(0, 11)) ?? 0;
  const formerStreets = rows.former.filter(({ code }) => code.length > 11);
  const former = rows.former.filter(({ code }) => rowByCode.has(code)).sort(compareCodesAndNames);
  const types = new TypeTable([...localities, ...streets, ...territoriesOf(streets), ...former]);
  const bundles = writeBundles(writer, streets, formerStreets);
  const header: RootHeader = {
    format: FORMAT_VERSION,
    types: types.shortForms.map((short) => [short, longForms.get(short) ?? short]),
  };
  Object.assign(header, writeGuids(writer, localities));
  if (former.length > 0) header.former = writer.addFile('f', formerTable(former, types, localityRowOf));
  const columns = [
    ...localityColumns(localities, streets, types),
    writeDeltas(bundles.map(({ firstCode }) => localityRowOf({ code: firstCode }))),
    ...writeRefs(bundles.map(({ ref }) => ref)),
    ...writeWordFiles(writer, { streets, former: formerStreets, localityRowOf }),
  ];
  return { root: writer.addFile('', { header, columns }), files: writer.files };
}

/** Adds, for each locality with houses that belong to no street, a street with the number {@link NO_STREET} that has them. */
function addNoStreetRows({ localities, streets }: RegionRows): AddressRow[] {
  const noStreetRows = localities
    .filter(({ houses }) => houses.length > 0)
    .map((locality) => ({ ...locality, code: locality.code + NO_STREET, name: '', type: '', fias: '' }));
  return [...noStreetRows, ...streets].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Columns 1 to 8 of a root, as README.md numbers them. */
function localityColumns(localities: LocalityRow[], streets: AddressRow[], types: TypeTable): string[] {
  const streetCounts = new Map<string, number>();
  for (const { code } of streets) {
    const locality = code.slice(0, 11);
    streetCounts.set(locality, (streetCounts.get(locality) ?? 0) + 1);
  }
  /** What a reader gets as `Locality.size`: about how many streets it has. 0: none, 1: one, 2: two or three, 3: four to seven. */
  const sizeOf = ({ code }: LocalityRow) => Math.ceil(Math.log2((streetCounts.get(code) ?? 0) + 1));
  return [
    writeDeltas(localities.map(({ code }) => Number(code.slice(2)))),
    writeCells(localities.map(({ name }) => name)),
    writeNumbers(types.indexesOf(localities)),
    ...writeCodes(localities),
    writeNumbers(localities.map(({ status }) => status)),
    writeNumbers(localities.map(sizeOf)),
  ];
}

/** The table of the former names of localities. */
const formerTable = (
  former: FormerNameRow[],
  types: TypeTable,
  localityRowOf: LocalityRowOf,
): TableToWrite => ({
  header: { format: FORMAT_VERSION },
  columns: [
    writeDeltas(former.map(localityRowOf)),
    writeCells(former.map(({ name }) => name)),
    writeNumbers(types.indexesOf(former)),
  ],
});

/** Compares former names for `sort`. */
function compareCodesAndNames(a: FormerNameRow, b: FormerNameRow): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
