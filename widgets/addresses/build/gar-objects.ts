import { addGarParam, type GarParams } from './gar-params.ts';
import type { GarTables } from './gar-tables.ts';
import type { GarRow } from './gar-xml.ts';
import { compareHouseNumbers } from './house-list.ts';
import type { AddressRow, LocalityRow } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** A locality or street of ГАР. */
export interface GarObject extends GarParams {
  name: string;
  type: string;
  /** OBJECTGUID, in small letters; empty if it is no GUID. */
  fias: string;
  /** A digit or two, of AS_OBJECT_LEVELS: 6 is a settlement, 7 a territory, 8 a street. */
  level: string;
  /** Id of what it lies in; absent if no hierarchy has the object. */
  parentId?: string;
  /** ОКТМО in the municipal hierarchy: for objects that have none of their own. */
  municipalOktmo?: string;
  /**
   * True if the table AS_ADM_HIERARCHY has it, else absent. Of two objects with the same КЛАДР code the one that is there is a town
   * or village, the other a municipality with its name.
   */
  isInAdminHierarchy?: boolean;
}

/** The objects of a region. ГАР keeps an entry, with the same id, for each name that an object has had. */
export interface GarObjects {
  /** Id → object. */
  current: Map<string, GarObject>;
  /** Former names, with the id of their object. */
  former: (Pick<GarObject, 'name' | 'type'> & { id: string })[];
}

/** ОКАТО of the capital of a region: it has the number 401, that of the first town. ГАР says it in no other way. */
const CAPITAL = /^\d\d401000000$/;

/** Reads the localities and streets of a region from AS_ADDR_OBJ and AS_ADDR_OBJ_PARAMS. */
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
      else if (row['ISACTUAL'] === '1' && row['ISACTIVE'] === '1')
        current.set(id, { name, type, fias: guidIn(row), level: row['LEVEL'] ?? '' });
      else former.push({ id, name, type });
    },
  );
  const params = { name: `${region}/AS_ADDR_OBJ_PARAMS`, root: 'PARAMS', startShare: 0.1, isRequired: true };
  await tables.readTable(params, (row) => {
    addGarParam(current, row);
  });
  return objects;
}

/** Rows for the index. */
export interface GarRows {
  /** Code → row. */
  localities: Map<string, LocalityRow>;
  /** Code → row. */
  streets: Map<string, AddressRow>;
  /** Id in ГАР → row of a locality or street. */
  byId: Map<string, AddressRow>;
}

/**
 * Makes rows of the objects that have a КЛАДР code. Of several with the same code the one in the administrative hierarchy is used.
 */
export function indexRowsOf({ current }: GarObjects, region: string, skipped: Tally): GarRows {
  const rows: GarRows = { localities: new Map(), streets: new Map(), byId: new Map() };
  const { localities, streets, byId } = rows;
  const rank = ({ isInAdminHierarchy }: GarObject) => (isInAdminHierarchy ? 0 : 1);
  const sorted = [...current].sort(
    ([idA, objectA], [idB, objectB]) => rank(objectA) - rank(objectB) || compareHouseNumbers(idA, idB),
  );
  for (const [id, object] of sorted) {
    const row = addressRowOf(object);
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

/** The КЛАДР code of an object without the status: 11 or 15 digits; empty if it has none. */
export const codeOfGarObject = ({ kladrWithoutStatus = '', kladr = '' }: GarObject): string =>
  kladrWithoutStatus || kladr.slice(0, -2);

/** The row of an object; without a КЛАДР code its `code` is empty. */
function addressRowOf(object: GarObject): AddressRow {
  const { name, type, fias, postcode = '', okato = '', oktmo = object.municipalOktmo ?? '' } = object;
  return { code: codeOfGarObject(object), name, type, postcode, okato, oktmo, fias, houses: [] };
}

/** The OBJECTGUID of a row, in small letters; empty if it has none. */
function guidIn({ OBJECTGUID = '' }: GarRow): string {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(OBJECTGUID) ? OBJECTGUID.toLowerCase() : '';
}

/**
 * Writes the short form of a type as КЛАДР does. A dot that is not the last stays: «м.р-н».
 *
 * @example withoutTrailingDot('ул.') // 'ул'
 */
export const withoutTrailingDot = (type: string): string =>
  /^[^.\s]+\.$/.test(type) ? type.slice(0, -1) : type;

/** Replaces tabs and line ends by spaces: they separate cells and columns in the index. */
const clean = (text = '') => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
