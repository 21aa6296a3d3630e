import type { Distribution } from './distribution.ts';
import { addHouses, readHouses } from './gar-houses.ts';
import { bare, readObjects, rowsOf, type GarObjects, type GarRows } from './gar-objects.ts';
import { chosenRegion, GarTables } from './gar-tables.ts';
import { regionRows } from './region-rows.ts';
import type { FormerRow, Progress, RegionRows, Source } from './source.ts';
import { count, type Tally } from './tally.ts';

/**
 * Reads ГАР БД ФИАС as it is unpacked, or its archive: what the index needs of it is what КЛАДР would say. Only `region`
 * (two digits), if there are several.
 */
export function readGar(files: Distribution, region: string, progress: Progress): Source {
  const { code, date } = chosenRegion(files, region);
  const tables = new GarTables(files, progress);
  const skipped: Tally = new Map();
  const types: Source['types'] = new Map();
  async function* readRegions(): AsyncGenerator<RegionRows> {
    await readTypes(tables, types);
    const objects = await readObjects(tables, code, skipped);
    const houses = await readHouses(tables, code, { objects: objects.current, skipped });
    const rows = rowsOf(objects, code, skipped);
    addHouses(houses.values(), rows.byId, skipped);
    const former = formerNames(objects, rows, skipped);
    const { localities, streets } = rows;
    const made = regionRows({ region: code, localities, streets, former, skipped });
    if (made.localities.length) yield made;
  }
  return { date, types, regions: readRegions(), read: tables.read, skipped, notes: tables.notes };
}

async function readTypes(tables: GarTables, types: Source['types']): Promise<void> {
  const found: { short: string; long: string; weight: number }[] = [];
  await tables.each({ name: 'AS_ADDR_OBJ_TYPES', root: 'ADDRESSOBJECTTYPES', done: 0 }, (row) => {
    const { SHORTNAME, NAME, LEVEL, ISACTIVE } = row;
    const weight = Number(LEVEL) + (ISACTIVE === 'true' ? 100 : 0);
    if (SHORTNAME && NAME && Number(LEVEL) <= 8)
      found.push({ short: bare(SHORTNAME), long: NAME.toLowerCase(), weight });
  });
  // The same short form may mean different things; the nearer to the house, the more often it is met.
  for (const { short, long } of found.sort((a, b) => a.weight - b.weight)) types.set(short, long);
}

const formerNames = ({ former }: GarObjects, { byId }: GarRows, skipped: Tally): FormerRow[] =>
  former.flatMap(({ id, name, type }) => {
    const now = byId.get(id);
    if (!now) count(skipped, 'прежних названий, у которых нет нынешнего');
    return now ? [{ code: now.code, name, type }] : [];
  });
