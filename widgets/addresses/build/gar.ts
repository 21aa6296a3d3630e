import type { Distribution } from './distribution.ts';
import { addGarHouses, readGarHouses } from './gar-houses.ts';
import {
  withoutTrailingDot,
  readGarObjects,
  indexRowsOf,
  type GarObjects,
  type GarRows,
} from './gar-objects.ts';
import { chooseRegion, GarTables } from './gar-tables.ts';
import { cleanRegionRows } from './region-rows.ts';
import type { FormerNameRow, ReportProgress, RegionRows, AddressDataset } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/**
 * Reads ГАР БД ФИАС as it is unpacked, or its archive: what the index needs of it is what КЛАДР would say. Only `region`
 * (two digits), if there are several.
 */
export function readGar(files: Distribution, region: string, progress: ReportProgress): AddressDataset {
  const { code, date } = chooseRegion(files, region);
  const tables = new GarTables(files, progress);
  const skipped: Tally = new Map();
  const types: AddressDataset['longForms'] = new Map();
  async function* readRegions(): AsyncGenerator<RegionRows> {
    await readTypes(tables, types);
    const objects = await readGarObjects(tables, code, skipped);
    const houses = await readGarHouses(tables, code, { objects: objects.current, skipped });
    const rows = indexRowsOf(objects, code, skipped);
    addGarHouses(houses.values(), rows.byId, skipped);
    const former = formerNames(objects, rows, skipped);
    const { localities, streets } = rows;
    const made = cleanRegionRows({ region: code, localities, streets, former, skipped });
    if (made.localities.length) yield made;
  }
  return {
    date,
    longForms: types,
    regions: readRegions(),
    rowsRead: tables.rowCounts,
    rowsSkipped: skipped,
    notes: tables.notes,
  };
}

async function readTypes(tables: GarTables, types: AddressDataset['longForms']): Promise<void> {
  const found: { short: string; long: string; weight: number }[] = [];
  await tables.readTable({ name: 'AS_ADDR_OBJ_TYPES', root: 'ADDRESSOBJECTTYPES', startShare: 0 }, (row) => {
    const { SHORTNAME, NAME, LEVEL, ISACTIVE } = row;
    const weight = Number(LEVEL) + (ISACTIVE === 'true' ? 100 : 0);
    if (SHORTNAME && NAME && Number(LEVEL) <= 8)
      found.push({ short: withoutTrailingDot(SHORTNAME), long: NAME.toLowerCase(), weight });
  });
  // The same short form may mean different things; the nearer to the house, the more often it is met.
  for (const { short, long } of found.sort((a, b) => a.weight - b.weight)) types.set(short, long);
}

const formerNames = ({ former }: GarObjects, { byId }: GarRows, skipped: Tally): FormerNameRow[] =>
  former.flatMap(({ id, name, type }) => {
    const now = byId.get(id);
    if (!now) addToTally(skipped, 'прежних названий, у которых нет нынешнего');
    return now ? [{ code: now.code, name, type }] : [];
  });
