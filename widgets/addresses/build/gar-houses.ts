import type { GarObject } from './gar-objects.ts';
import { addGarParam, type GarParams } from './gar-params.ts';
import type { GarTables } from './gar-tables.ts';
import type { GarRow } from './gar-xml.ts';
import { compareHouseNumbers, formatHouseList } from './house-list.ts';
import type { HouseRow } from '../index/houses.ts';
import type { AddressRow } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

export interface GarHouse extends GarParams {
  number: string;
  parentId?: string;
}

/** How КЛАДР writes what AS_HOUSE_TYPES and AS_ADDHOUSE_TYPES number; what is not here (garages, cellars) is no address. */
const HOUSE_TYPES: GarRow = { 1: '', 2: '', 3: '', 5: '', 7: 'стр', 8: 'соор', 9: 'лит', 10: 'к' };
const PART_TYPES: GarRow = { 1: 'к', 2: 'стр', 3: 'соор', 4: 'лит' };

/** As КЛАДР writes it: `12А`, `29к2`, `1стр2`, `к138`; nothing where it has no number. */
function houseNumber(row: GarRow): string {
  const parts = [
    [HOUSE_TYPES[row['HOUSETYPE'] ?? ''], row['HOUSENUM']],
    [PART_TYPES[row['ADDTYPE1'] ?? ''], row['ADDNUM1']],
    [PART_TYPES[row['ADDTYPE2'] ?? ''], row['ADDNUM2']],
  ];
  if (parts[0]?.[0] === undefined) return '';
  return parts.map(([type = '', number]) => (number ? type + number.replace(/[\s,]+/g, '') : '')).join('');
}

interface Owners {
  /** Places and streets by their numbers in ГАР. Those that the hierarchy names are marked in them. */
  objects: ReadonlyMap<string, GarObject>;
  skipped: Tally;
}

/** The houses of a region by their numbers in ГАР, with what they belong to. */
export async function readGarHouses(
  tables: GarTables,
  region: string,
  { objects, skipped }: Owners,
): Promise<Map<string, GarHouse>> {
  const houses = new Map<string, GarHouse>();
  await tables.readTable({ name: `${region}/AS_HOUSES`, root: 'HOUSES', startShare: 0.15 }, (row) => {
    if (row['ISACTUAL'] !== '1' || row['ISACTIVE'] !== '1') return;
    const number = houseNumber(row);
    if (row['OBJECTID'] && number) houses.set(row['OBJECTID'], { number });
    else addToTally(skipped, 'гаражей, погребов и домов без номера');
  });
  await tables.readTable({ name: `${region}/AS_ADM_HIERARCHY`, root: 'ITEMS', startShare: 0.3 }, (row) => {
    if (row['ISACTIVE'] !== '1') return;
    const id = row['OBJECTID'] ?? '';
    const [object, house] = [objects.get(id), houses.get(id)];
    if (object) object.isInAdminHierarchy = true;
    if (house && row['PARENTOBJID']) house.parentId = row['PARENTOBJID'];
  });
  await tables.readTable({ name: `${region}/AS_HOUSES_PARAMS`, root: 'PARAMS', startShare: 0.6 }, (row) => {
    addGarParam(houses, row);
  });
  return houses;
}

/** Houses with the same postcode and ОКАТО make a row, as in DOMA; the rows stand in the order of their first houses. */
export function addGarHouses(
  houses: Iterable<GarHouse>,
  byId: Map<string, AddressRow>,
  skipped: Tally,
): void {
  const groups = new Map<AddressRow, Map<string, { numbers: string[] } & Omit<HouseRow, 'list'>>>();
  for (const { number, parentId = '', ...params } of houses) {
    const owner = byId.get(parentId);
    if (!owner) {
      addToTally(skipped, 'домов без улицы');
      continue;
    }
    const { postcode = owner.postcode, okato = owner.okato } = params;
    const rows = groups.get(owner) ?? groups.set(owner, new Map()).get(owner);
    const row = rows?.get(postcode + okato);
    if (row) row.numbers.push(number);
    else rows?.set(postcode + okato, { postcode, okato, numbers: [number] });
  }
  for (const [owner, rows] of groups) {
    const sorted = [...rows.values()].map((row) => ({
      ...row,
      numbers: row.numbers.sort(compareHouseNumbers),
    }));
    sorted.sort((a, b) => compareHouseNumbers(a.numbers[0] ?? '', b.numbers[0] ?? ''));
    owner.houses = sorted.map(({ numbers, ...row }) => ({ list: formatHouseList(numbers), ...row }));
  }
}
