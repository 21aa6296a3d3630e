import { STREETS_PER_HOUSE_FILE, NO_STREET } from './format.ts';
import { decodeGuids } from './guids.ts';
import { decodeHouses, houseTableOf, type HouseRow } from './houses.ts';
import type { AddressObject, RegionFiles } from './region-files.ts';

/** The rows of houses in a street, or in a locality outside of all streets; empty if the data list none there. */
export async function houseRowsOf(
  files: RegionFiles,
  { locality, street }: AddressObject,
): Promise<HouseRow[]> {
  const code = street?.code ?? locality.code + NO_STREET;
  for (const { streets, houses } of await files.bundlesOf(locality)) {
    const row = streets.get(locality.code)?.find((candidate) => candidate.code === code)?.row;
    if (row === undefined) continue;
    if (!Array.isArray(houses)) return houseTableOf(houses).rowsOf(row);
    const shard = houses[Math.floor(row / STREETS_PER_HOUSE_FILE)];
    if (!shard) continue;
    const table = await files.readShard(shard, decodeHouses);
    return table.rowsOf(row % STREETS_PER_HOUSE_FILE);
  }
  return [];
}

/** The GUID of a locality or street in ГАР; `undefined` if the data have none. It has a file of its own: no search needs it. */
export async function fiasOf(
  files: RegionFiles,
  { locality, street }: AddressObject,
): Promise<string | undefined> {
  const bundles = street ? await files.bundlesOf(locality) : [];
  const bundle = bundles.find(({ streets }) =>
    streets.get(locality.code)?.some(({ code }) => code === street?.code),
  );
  const shard = street ? bundle?.guids : files.region.guids;
  const guidOf = shard && (await files.readShard(shard, decodeGuids));
  return guidOf?.((street ?? locality).row);
}
