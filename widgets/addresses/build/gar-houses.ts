import { addGarParam, type GarParams } from './gar-params.ts';
import type { GarTables } from './gar-tables.ts';
import type { GarRow } from './gar-xml.ts';
import { compareHouseNumbers, formatHouseList, writeHouse } from './house-list.ts';
import type { HouseKind } from '../index/house-words.ts';
import type { HouseRow } from '../index/houses.ts';
import type { AddressRow } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** A house of ГАР. */
export interface GarHouse extends GarParams {
  /** As КЛАДР writes it: `29к2`. */
  number: string;
  /** Id of the street or locality that it belongs to; absent if the hierarchy does not have the house. */
  ownerId?: string;
}

/**
 * Id in AS_HOUSE_TYPES → its kind in the grammar of houses: дом, владение and здание are the house itself. Types that are missing here
 * (garages, cellars) are no addresses.
 */
const HOUSE_TYPES: Partial<Record<string, HouseKind>> = {
  ...{ 1: '', 2: '', 3: '', 5: '' },
  ...{ 7: 'стр', 8: 'соор', 9: 'лит', 10: 'к' },
};
/** Id in AS_ADDHOUSE_TYPES → the kind of a part of a house. */
const PART_TYPES: Partial<Record<string, HouseKind>> = { 1: 'к', 2: 'стр', 3: 'соор', 4: 'лит' };

/** The number of a house as КЛАДР writes it: `12А`, `29к2`, `1стр2`, `к138`. Empty if it has none or is no address. */
function formatGarHouseNumber(row: GarRow): string {
  const parts = [
    { kind: HOUSE_TYPES[row['HOUSETYPE'] ?? ''], number: row['HOUSENUM'] ?? '' },
    { kind: PART_TYPES[row['ADDTYPE1'] ?? ''], number: row['ADDNUM1'] ?? '' },
    { kind: PART_TYPES[row['ADDTYPE2'] ?? ''], number: row['ADDNUM2'] ?? '' },
  ];
  return parts[0]?.kind === undefined ? '' : writeHouse(parts);
}

/** Reads the houses of a region, without their codes: id → house. */
export async function readGarHouses(
  tables: GarTables,
  region: string,
  skipped: Tally,
): Promise<Map<string, GarHouse>> {
  const houses = new Map<string, GarHouse>();
  await tables.readTable({ name: `${region}/AS_HOUSES`, root: 'HOUSES', startShare: 0.15 }, (row) => {
    if (row['ISACTUAL'] !== '1' || row['ISACTIVE'] !== '1') return;
    const number = formatGarHouseNumber(row);
    if (row['OBJECTID'] && number) houses.set(row['OBJECTID'], { number });
    else addToTally(skipped, 'гаражей, погребов и домов без номера');
  });
  return houses;
}

/** Adds the codes of houses and steads. */
export async function readGarHouseParams(
  tables: GarTables,
  region: string,
  houses: Map<string, GarHouse>,
): Promise<void> {
  for (const [table, startShare] of [
    ['AS_HOUSES_PARAMS', 0.6],
    ['AS_STEADS_PARAMS', 0.85],
  ] as const)
    await tables.readTable({ name: `${region}/${table}`, root: 'PARAMS', startShare }, (row) => {
      addGarParam(houses, row);
    });
}

/**
 * Adds houses to their streets and localities (`owners`: id → row). Those with the same postcode and ОКАТО make a row, as in DOMA;
 * rows are sorted by their first houses. A house without these codes takes those of its street or locality.
 */
export function addGarHouses(
  houses: Iterable<GarHouse>,
  owners: Map<string, AddressRow>,
  skipped: Tally,
): void {
  // Street or locality → postcode and ОКАТО, one behind the other → the row of its houses that have these.
  const rowsByOwner = new Map<AddressRow, Map<string, { numbers: string[] } & Omit<HouseRow, 'list'>>>();
  for (const { number, ownerId = '', ...params } of houses) {
    const owner = owners.get(ownerId);
    if (!owner) {
      addToTally(skipped, 'домов без улицы');
      continue;
    }
    const { postcode = owner.postcode, okato = owner.okato } = params;
    const rows = rowsByOwner.get(owner) ?? rowsByOwner.set(owner, new Map()).get(owner);
    const row = rows?.get(postcode + okato);
    if (row) row.numbers.push(number);
    else rows?.set(postcode + okato, { postcode, okato, numbers: [number] });
  }
  for (const [owner, rows] of rowsByOwner) {
    const sorted = [...rows.values()].map((row) => ({
      ...row,
      numbers: row.numbers.sort(compareHouseNumbers),
    }));
    sorted.sort((a, b) => compareHouseNumbers(a.numbers[0] ?? '', b.numbers[0] ?? ''));
    owner.houses = sorted.map(({ numbers, ...row }) => ({ list: formatHouseList(numbers), ...row }));
  }
}
