import { FORMAT_VERSION, NO_STREET, type FileRef, type RootHeader } from '../index/format.ts';
import { writeBundles } from './encode-bundles.ts';
import { writeWordFiles } from './encode-words.ts';
import { IndexWriter, type FileContents, type TableToWrite } from './index-writer.ts';
import type { AddressRow, FormerNameRow, LocalityRow, RegionRows, AddressDataset } from './dataset.ts';
import { TypeTable } from './type-table.ts';
import { writeCells, writeCodes, writeNumbers, writeRefs, writeDeltas } from './write-columns.ts';

type RowOf = (object: { code: string }) => number;

/** The files of a region, and the root among them. The same rows give the same bytes. */
export function encodeRegion(
  rows: RegionRows,
  longForms: AddressDataset['longForms'],
): { root: FileRef; files: FileContents } {
  const { region, localities } = rows;
  const writer = new IndexWriter(region);
  const streets = addNoStreetRows(rows);
  const rowByCode = new Map(localities.map(({ code }, row) => [code, row]));
  const rowOf: RowOf = ({ code }) => rowByCode.get(code.slice(0, 11)) ?? 0;
  const formerStreets = rows.former.filter(({ code }) => code.length > 11);
  const former = rows.former.filter(({ code }) => rowByCode.has(code)).sort(byCodeAndName);
  const types = new TypeTable([...localities, ...streets, ...former]);
  const bundles = writeBundles(writer, streets, formerStreets);
  const header: RootHeader = {
    format: FORMAT_VERSION,
    types: types.types.map((short) => [short, longForms.get(short) ?? short]),
  };
  if (former.length > 0) header.former = writer.addFile('f', formerTable(former, types, rowOf));
  const columns = [
    ...localityColumns(localities, streets, types),
    writeDeltas(bundles.map(({ firstCode }) => rowOf({ code: firstCode }))),
    ...writeRefs(bundles.map(({ ref }) => ref)),
    ...writeWordFiles(writer, { streets, former: formerStreets, rowOf }),
  ];
  return { root: writer.addFile('', { header, columns }), files: writer.files };
}

/** The streets, and where a place has houses that belong to none, one that stands for them. */
function addNoStreetRows({ localities, streets }: RegionRows): AddressRow[] {
  const own = localities
    .filter(({ houses }) => houses.length > 0)
    .map((place) => ({ ...place, code: place.code + NO_STREET, name: '', type: '' }));
  return [...own, ...streets].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function localityColumns(localities: LocalityRow[], streets: AddressRow[], types: TypeTable): string[] {
  const streetCounts = new Map<string, number>();
  for (const { code } of streets) {
    const locality = code.slice(0, 11);
    streetCounts.set(locality, (streetCounts.get(locality) ?? 0) + 1);
  }
  const sizeOf = ({ code }: LocalityRow) => Math.ceil(Math.log2((streetCounts.get(code) ?? 0) + 1));
  return [
    writeDeltas(localities.map(({ code }) => Number(code.slice(2)))),
    writeCells(localities.map(({ name }) => name)),
    writeNumbers(types.numbersOf(localities)),
    ...writeCodes(localities),
    writeNumbers(localities.map(({ status }) => status)),
    writeNumbers(localities.map(sizeOf)),
  ];
}

const formerTable = (former: FormerNameRow[], types: TypeTable, rowOf: RowOf): TableToWrite => ({
  header: { format: FORMAT_VERSION },
  columns: [
    writeDeltas(former.map(rowOf)),
    writeCells(former.map(({ name }) => name)),
    writeNumbers(types.numbersOf(former)),
  ],
});

function byCodeAndName(a: FormerNameRow, b: FormerNameRow): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
