import type { Distribution } from './distribution.ts';
import { readGarHierarchy } from './gar-hierarchy.ts';
import { addGarHouses, readGarHouseParams, readGarHouses } from './gar-houses.ts';
import {
  withoutTrailingDot,
  readGarObjects,
  indexRowsOf,
  type GarObjects,
  type GarRows,
} from './gar-objects.ts';
import { readGarSteads } from './gar-steads.ts';
import { chooseRegion, GarTables } from './gar-tables.ts';
import { addTerritories } from './gar-territories.ts';
import { cleanRegionRows } from './region-rows.ts';
import type { FormerNameRow, ReportProgress, RegionRows, AddressDataset } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/**
 * Reads a region of ГАР БД ФИАС, in the form that КЛАДР would have. `region`: its two digits, or empty if the distribution has only
 * one. Throws an `ImportError` if the region is not clear; reading the tables rejects with one, too.
 */
export function readGar(files: Distribution, region: string, progress: ReportProgress): AddressDataset {
  const { code, date } = chooseRegion(files, region);
  const tables = new GarTables(files, progress);
  const skipped: Tally = new Map();
  const longForms: AddressDataset['longForms'] = new Map();
  async function* readRegions(): AsyncGenerator<RegionRows> {
    await readTypes(tables, longForms);
    const objects = await readGarObjects(tables, code, skipped);
    const houses = await readGarHouses(tables, code, skipped);
    await readGarSteads(tables, code, { houses, skipped });
    await readGarHierarchy(tables, code, { objects: objects.current, houses });
    await readGarHouseParams(tables, code, houses);
    const rows = indexRowsOf(objects, code, skipped);
    addTerritories(objects.current, rows.byId);
    addGarHouses(houses.values(), rows.byId, skipped);
    const former = formerNames(objects, rows, skipped);
    const { localities, streets } = rows;
    const regionRows = cleanRegionRows({ region: code, localities, streets, former, skipped });
    if (regionRows.localities.length) yield regionRows;
  }
  return {
    date,
    longForms,
    regions: readRegions(),
    rowsRead: tables.rowCounts,
    rowsSkipped: skipped,
    notes: tables.notes,
  };
}

/** Reads short and long forms of types into `longForms`. */
async function readTypes(tables: GarTables, longForms: AddressDataset['longForms']): Promise<void> {
  const types: { short: string; long: string; weight: number }[] = [];
  await tables.readTable({ name: 'AS_ADDR_OBJ_TYPES', root: 'ADDRESSOBJECTTYPES', startShare: 0 }, (row) => {
    const { SHORTNAME, NAME, LEVEL, ISACTIVE } = row;
    const weight = Number(LEVEL) + (ISACTIVE === 'true' ? 100 : 0);
    if (SHORTNAME && NAME && Number(LEVEL) <= 8)
      types.push({ short: withoutTrailingDot(SHORTNAME), long: NAME.toLowerCase(), weight });
  });
  // A short form may have several meanings. The last one set wins: one
  // in use, of the finest level, since there are most objects of it.
  for (const { short, long } of types.sort((a, b) => a.weight - b.weight)) longForms.set(short, long);
}

/** The former names of the objects in `rows`, with their codes. Counts those of other objects as skipped. */
const formerNames = ({ former }: GarObjects, { byId }: GarRows, skipped: Tally): FormerNameRow[] =>
  former.flatMap(({ id, name, type }) => {
    const current = byId.get(id);
    if (!current) addToTally(skipped, 'прежних названий, у которых нет нынешнего');
    return current ? [{ code: current.code, name, type }] : [];
  });
