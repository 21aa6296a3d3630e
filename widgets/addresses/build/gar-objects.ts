import { addParam, type Params } from './gar-params.ts';
import type { GarTables } from './gar-tables.ts';
import { byNumber } from './house-list.ts';
import type { AddressRow, LocalityRow } from './source.ts';
import { count, type Tally } from './tally.ts';

/** A place or street, as ГАР has it. */
export interface GarObject extends Params {
  name: string;
  type: string;
  /** What belongs to the municipal division only may share its code with what people live in. */
  isInDivision?: boolean;
}

/** The objects of a region by their numbers in ГАР: those that are, and names that they had before. */
export interface GarObjects {
  current: Map<string, GarObject>;
  former: (Pick<GarObject, 'name' | 'type'> & { id: string })[];
}

/** In ОКАТО the first town of a region is its capital; ГАР does not say so in any other way. */
const CAPITAL = /^\d\d401000000$/;

export async function readObjects(tables: GarTables, region: string, skipped: Tally): Promise<GarObjects> {
  const objects: GarObjects = { current: new Map(), former: [] };
  const { current, former } = objects;
  await tables.each({ name: `${region}/AS_ADDR_OBJ`, root: 'ADDRESSOBJECTS', done: 0.05 }, (row) => {
    const [id = '', name, type] = [row['OBJECTID'], clean(row['NAME']), bare(clean(row['TYPENAME']))];
    if (!id || !name || !type) count(skipped, 'неверных записей');
    else if (row['ISACTUAL'] === '1' && row['ISACTIVE'] === '1') current.set(id, { name, type });
    else former.push({ id, name, type });
  });
  await tables.each({ name: `${region}/AS_ADDR_OBJ_PARAMS`, root: 'PARAMS', done: 0.1 }, (row) => {
    addParam(current, row);
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
export function rowsOf({ current }: GarObjects, region: string, skipped: Tally): GarRows {
  const rows: GarRows = { localities: new Map(), streets: new Map(), byId: new Map() };
  const { localities, streets, byId } = rows;
  const rank = ({ isInDivision }: GarObject) => (isInDivision ? 0 : 1);
  const sorted = [...current].sort(([a, one], [b, other]) => rank(one) - rank(other) || byNumber(a, b));
  for (const [id, object] of sorted) {
    const row = rowOf(object);
    const { code } = row;
    if (!code) count(skipped, 'мест и улиц без кода КЛАДР');
    else if (!code.startsWith(region)) count(skipped, 'мест и улиц с кодом другого региона');
    else if (localities.has(code) || streets.has(code)) count(skipped, 'мест и улиц с повторным кодом КЛАДР');
    else {
      byId.set(id, row);
      if (code.length > 11) streets.set(code, row);
      else localities.set(code, Object.assign(row, { status: CAPITAL.test(row.okato) ? 2 : 0 }));
    }
  }
  return rows;
}

function rowOf(object: GarObject): AddressRow {
  const { name, type, plain = '', kladr = '', postcode = '', okato = '', oktmo = '' } = object;
  return { code: plain || kladr.slice(0, -2), name, type, postcode, okato, oktmo, houses: [] };
}

/** «ул.» is «ул», as in КЛАДР; «м.р-н» stays. */
export const bare = (type: string): string => (/^[^.\s]+\.$/.test(type) ? type.slice(0, -1) : type);

/** A name may hold anything; the index knows no tabs and line ends. */
const clean = (text = '') => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
