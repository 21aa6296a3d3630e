import { COUNTRY_CODE, FORMAT_VERSION, type Manifest, type FileRef } from '../index/format.ts';
import { IndexWriter, type FileContents } from './index-writer.ts';
import type { RegionRows } from './dataset.ts';
import { writeCells, writeNumbers } from './write-columns.ts';

/** The bytes of `manifest.json`. `regions`: region code → its root; `towns`: the file of towns, in an index of several regions. */
export const encodeManifest = (
  date: string,
  regions: Record<string, FileRef>,
  towns?: FileRef,
): Uint8Array => {
  const manifest: Manifest = { format: FORMAT_VERSION, date, regions, ...(towns && { towns }) };
  return new TextEncoder().encode(`${JSON.stringify(manifest)}\n`);
};

/** A name that stands for a region: its own, or that of a town in it. */
export interface TownRow {
  name: string;
  /** Two digits. */
  region: string;
}

/** The names that stand for a region: those of its towns (type «г») and its own. */
export const townsOf = ({ region, localities }: RegionRows): TownRow[] =>
  localities
    .filter(({ type, code }) => type === 'г' || code.endsWith('000000000'))
    .map(({ name }) => ({ name, region }));

/** Writes the file in which a reader looks up the regions of a town. `ref` refers to it; `files` has only this file. */
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
