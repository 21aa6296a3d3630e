import { addGarParam, type GarParams } from './gar-params.ts';
import type { GarTables } from './gar-tables.ts';
import { compareHouseNumbers } from './house-list.ts';
import type { AddressRow, LocalityRow } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** A place or street, as ГАР has it. */
export interface GarObject extends GarParams {
  name: string;
  type: string;
  /** What belongs to the municipal division only may share its code with what people live in. */
  isInAdminHierarchy?: boolean;
}

/** The objects of a region by their numbers in ГАР: those that are, and names that they had before. */
export interface GarObjects {
  current: Map<string, GarObject>;
  former: (Pick<GarObject, 'name' | 'type'> & { id: string })[];
}

/** In ОКАТО the first town of a region is its capital; ГАР does not say so in any other way. */
const CAPITAL = /^\d\d401000000$/;

export async function readGarObjects(tables: GarTables, region: string, skipped: Tally): Promise<GarObjects> {
  const objects: GarObjects = { current: new Map(), former: [] };
  const { current, former } = objects;
  await tables.readTable(
    { name: `${region}/AS_ADDR_OBJ`, root: 'ADDRESSOBJECTS', startShare: 0.05 },
    (row) => {
      const [id = '', name, type] = [
        row['OBJECTID'],
        clean(row['NAME']),
        withoutTrailingDot(clean(row['TYPENAME'])),
      ];
      if (!id || !name || !type) addToTally(skipped, 'неверных записей');
      else if (row['ISACTUAL'] === '1' && row['ISACTIVE'] === '1') current.set(id, { name, type });
      else former.push({ id, name, type });
    },
  );
  await tables.readTable({ name: `${region}/AS_ADDR_OBJ_PARAMS`, root: 'PARAMS', startShare: 0.1 }, (row) => {
    addGarParam(current, row);
  });
  return objects;
}

/** Rows of the index: by their codes, and all of them by their numbers in ГАР. */
export interface GarRows {
  localities: Map<string, LocalityRow>;
  streets: Map<string, AddressRow>;
  byId: Map<string, AddressRow>;
}

/** What has a code of КЛАДР, each code once: what people live in comes before what is only a division. */
export function indexRowsOf({ current }: GarObjects, region: string, skipped: Tally): GarRows {
  const rows: GarRows = { localities: new Map(), streets: new Map(), byId: new Map() };
  const { localities, streets, byId } = rows;
  const rank = ({ isInAdminHierarchy }: GarObject) => (isInAdminHierarchy ? 0 : 1);
  const sorted = [...current].sort(
    ([a, one], [b, other]) => rank(one) - rank(other) || compareHouseNumbers(a, b),
  );
  for (const [id, object] of sorted) {
    const row = rowOf(object);
    const { code } = row;
    if (!code) addToTally(skipped, 'мест и улиц без кода КЛАДР');
    else if (!code.startsWith(region)) addToTally(skipped, 'мест и улиц с кодом другого региона');
    else if (localities.has(code) || streets.has(code))
      addToTally(skipped, 'мест и улиц с повторным кодом КЛАДР');
    else {
      byId.set(id, row);
      if (code.length > 11) streets.set(code, row);
      else localities.set(code, Object.assign(row, { status: CAPITAL.test(row.okato) ? 2 : 0 }));
    }
  }
  return rows;
}

function rowOf(object: GarObject): AddressRow {
  const { name, type, kladrWithoutStatus = '', kladr = '', postcode = '', okato = '', oktmo = '' } = object;
  return { code: kladrWithoutStatus || kladr.slice(0, -2), name, type, postcode, okato, oktmo, houses: [] };
}

/** «ул.» is «ул», as in КЛАДР; «м.р-н» stays. */
export const withoutTrailingDot = (type: string): string =>
  /^[^.\s]+\.$/.test(type) ? type.slice(0, -1) : type;

/** A name may hold anything; the index knows no tabs and line ends. */
const clean = (text = '') => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
