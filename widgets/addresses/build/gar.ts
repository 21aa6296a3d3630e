import type { Distribution } from './distribution.ts';
import type { GarBase } from './gar-base.ts';
import { GarDelta } from './gar-delta.ts';
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
import { ImportError } from './import-error.ts';
import type { FormerNameRow, ReportProgress, RegionRows, AddressDataset } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** How a distribution of ГАР is read. */
export interface ReadGarOptions {
  /** Two digits, or empty if the distribution has only one region. */
  region: string;
  progress: ReportProgress;
  /** Is filled with what is read. */
  base?: GarBase | undefined;
  /** The distribution is a delta, for what `base` has now. */
  isDelta?: boolean | undefined;
  /** Also applies a delta that seems not to follow the base. */
  force?: boolean | undefined;
}

/**
 * Reads a region of ГАР БД ФИАС, in the form that КЛАДР would have. Rejects with an `ImportError` if the region is not clear, or if
 * a delta is not newer than its base; reading the tables rejects with one, too.
 */
export async function readGar(files: Distribution, options: ReadGarOptions): Promise<AddressDataset> {
  const { region, progress, base, isDelta = false, force = false } = options;
  const { code, date } = chooseRegion(files, region);
  const delta = isDelta && base ? new GarDelta(files, await base.open()) : undefined;
  const baseDay = delta ? chooseRegion(delta.base, code).date : '';
  if (delta && date <= baseDay && !force)
    throw new ImportError(`Обновление на ${date} не новее базы: она на ${baseDay}.`);
  const tables = new GarTables(files, { progress, day: date, base, delta });
  const skipped: Tally = new Map();
  const longForms: AddressDataset['longForms'] = new Map();
  async function* readRegions(): AsyncGenerator<RegionRows> {
    await readTypes(tables, longForms);
    const rows = await readRegionRows(tables, code, skipped);
    if (!force) delta?.checkBase(baseDay);
    if (rows.localities.length) yield rows;
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

/** Reads all tables of a region. */
async function readRegionRows(tables: GarTables, code: string, skipped: Tally): Promise<RegionRows> {
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
  return cleanRegionRows({ region: code, localities, streets, former, skipped });
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
