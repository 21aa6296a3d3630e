import { COUNTRY_CODE, FORMAT_VERSION, type Manifest, type FileRef } from '../index/format.ts';
import { IndexWriter, type FileContents } from './index-writer.ts';
import type { RegionRows } from './dataset.ts';
import { writeCells, writeNumbers } from './write-columns.ts';

export const encodeManifest = (
  date: string,
  regions: Record<string, FileRef>,
  towns?: FileRef,
): Uint8Array => {
  const manifest: Manifest = { format: FORMAT_VERSION, date, regions, ...(towns && { towns }) };
  return new TextEncoder().encode(`${JSON.stringify(manifest)}\n`);
};

/** A name by which a region is known: its own, or that of a town in it. */
export interface TownRow {
  name: string;
  region: string;
}

export const townsOf = ({ region, localities }: RegionRows): TownRow[] =>
  localities
    .filter(({ type, code }) => type === 'г' || code.endsWith('000000000'))
    .map(({ name }) => ({ name, region }));

/** The file that tells a region by its towns. */
export function encodeTowns(towns: TownRow[]): { ref: FileRef; files: FileContents } {
  const writer = new IndexWriter(COUNTRY_CODE);
  const sorted = towns.toSorted((a, b) =>
    a.name < b.name || (a.name === b.name && a.region < b.region) ? -1 : 1,
  );
  const columns = [
    writeCells(sorted.map(({ name }) => name)),
    writeNumbers(sorted.map(({ region }) => Number(region))),
  ];
  return { ref: writer.addFile('t', { header: { format: FORMAT_VERSION }, columns }), files: writer.files };
}
