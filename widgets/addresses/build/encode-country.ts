import { COUNTRY, FORMAT, type Manifest, type Ref } from '../index/format.ts';
import { IndexWriter, type Files } from './index-writer.ts';
import type { RegionRows } from './source.ts';
import { writeCells, writeNumbers } from './write-columns.ts';

export const encodeManifest = (date: string, regions: Record<string, Ref>, towns?: Ref): Uint8Array => {
  const manifest: Manifest = { format: FORMAT, date, regions, ...(towns && { towns }) };
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
export function encodeTowns(towns: TownRow[]): { ref: Ref; files: Files } {
  const writer = new IndexWriter(COUNTRY);
  const sorted = towns.toSorted((a, b) =>
    a.name < b.name || (a.name === b.name && a.region < b.region) ? -1 : 1,
  );
  const columns = [
    writeCells(sorted.map(({ name }) => name)),
    writeNumbers(sorted.map(({ region }) => Number(region))),
  ];
  return { ref: writer.add('t', { header: { format: FORMAT }, columns }), files: writer.files };
}
