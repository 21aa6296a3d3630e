import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { RowCells } from './dbf-for-tests.ts';
import { ACTUAL, makeGarXml } from './gar-for-tests.ts';

/** An object of {@link makeGarFiles}: a street, territory, locality, or a house or stead, which has a number and no name. */
export interface TestGarObject {
  id: string;
  /** Id of what it lies in by the administrative hierarchy. */
  parent?: string;
  /** The same by the municipal one. */
  municipalParent?: string;
  name?: string;
  type?: string;
  level?: string;
  house?: string;
  stead?: string;
  /** Id in AS_PARAM_TYPES → value: 5 is the postcode, 6 ОКАТО, 7 ОКТМО, 11 КЛАДР without the status. */
  params?: RowCells;
  /** ОКТМО in the municipal hierarchy. */
  municipalOktmo?: string;
}

/** The OBJECTGUID of an object in {@link makeGarFiles}. */
export const guidOf = (id: string): string => `00000000-0000-4000-8000-${id.padStart(12, '0')}`;

/** Makes the files of region 22 as a distribution of ГАР of this day (`20261120`) has them: file name → bytes. */
export function makeGarFiles(objects: TestGarObject[], day = '20261120'): Record<string, Buffer> {
  const rowOf = (id: string) => ({ ID: `1${id}`, OBJECTID: id, OBJECTGUID: guidOf(id), ...ACTUAL });
  const paramsOf = (some: TestGarObject[]) =>
    some.flatMap(({ id, params = {} }) =>
      Object.entries(params).map(([TYPEID, VALUE]) => ({
        ...{ ID: `${id}${TYPEID}`, OBJECTID: id, CHANGEIDEND: '0', TYPEID, VALUE },
      })),
    );
  const [houses, steads] = [objects.filter(({ house }) => house), objects.filter(({ stead }) => stead)];
  const named = objects.filter(({ name }) => name);
  const name = (table: string) => `22/AS_${table}_${day}_0b7f5a3e-5d0a-4c0e-9a55-6f1a1f6d9f10.XML`;
  return {
    [name('ADDR_OBJ')]: makeGarXml(
      'ADDRESSOBJECTS',
      'OBJECT',
      named.map(({ id, name: NAME = '', type: TYPENAME = '', level: LEVEL = '8' }) => ({
        ...{ ...rowOf(id), NAME, TYPENAME, LEVEL },
      })),
    ),
    [name('ADDR_OBJ_PARAMS')]: makeGarXml('PARAMS', 'PARAM', paramsOf(named)),
    [name('HOUSES')]: makeGarXml(
      'HOUSES',
      'HOUSE',
      houses.map(({ id, house = '' }) => ({ ...rowOf(id), HOUSENUM: house, HOUSETYPE: '2' })),
    ),
    [name('HOUSES_PARAMS')]: makeGarXml('PARAMS', 'PARAM', paramsOf(houses)),
    [name('STEADS')]: makeGarXml(
      'STEADS',
      'STEAD',
      steads.map(({ id, stead = '' }) => ({ ...rowOf(id), NUMBER: stead })),
    ),
    [name('STEADS_PARAMS')]: makeGarXml('PARAMS', 'PARAM', paramsOf(steads)),
    [name('ADM_HIERARCHY')]: makeGarXml(
      'ITEMS',
      'ITEM',
      objects.flatMap(({ id, parent: PARENTOBJID }) =>
        PARENTOBJID ? { ID: `2${id}`, OBJECTID: id, PARENTOBJID, ISACTIVE: '1' } : [],
      ),
    ),
    [name('MUN_HIERARCHY')]: makeGarXml(
      'ITEMS',
      'ITEM',
      objects.flatMap(({ id, municipalParent: PARENTOBJID = '', municipalOktmo: OKTMO = '' }) =>
        PARENTOBJID || OKTMO ? { ID: `3${id}`, OBJECTID: id, PARENTOBJID, OKTMO, ISACTIVE: '1' } : [],
      ),
    ),
  };
}

/** Writes files, in folders where their names say so. Returns the folder. */
export function writeFiles(folder: string, files: Record<string, Uint8Array>): string {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}
