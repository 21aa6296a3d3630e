import { Dbf } from './dbf.ts';
import { KLADR_LAYOUTS, type RowCells, type KladrTableName } from './dbf-for-tests.ts';

/** Reads all rows of a table of КЛАДР. */
export function readDbfRows(table: KladrTableName, bytes: Uint8Array): RowCells[] {
  const dbf = new Dbf<string>(bytes, table, KLADR_LAYOUTS[table]);
  const fields = Object.keys(KLADR_LAYOUTS[table]);
  return Array.from(dbf.rows(), (row) =>
    Object.fromEntries(fields.map((field) => [field, dbf.text(row, field)])),
  );
}

/**
 * All houses of a list of DOMA, one by one.
 *
 * @example expandHouseList('Н(1-5),2А') // ['1', '3', '5', '2А']
 */
export const expandHouseList = (list: string): string[] =>
  list.split(',').flatMap((item) => {
    const [, parity, from, to] = /^([НЧ]?)\(?(\d+)-(\d+)\)?$/.exec(item) ?? [];
    if (!from) return [item];
    const step = parity ? 2 : 1;
    const count = Math.floor((Number(to) - Number(from)) / step) + 1;
    return Array.from({ length: count }, (_, i) => String(Number(from) + i * step));
  });

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Makes a file of ГАР. `root` is the outermost element, `element` that of a row; its attributes are the cells. */
export const makeGarXml = (root: string, element: string, rows: RowCells[]): Buffer =>
  Buffer.from(
    `\ufeff<?xml version="1.0" encoding="utf-8"?><${root}>${rows
      .map((row) => {
        const attributes = Object.entries(row).map(([name, value]) => ` ${name}="${escaped(value)}"`);
        return `<${element}${attributes.join('')} />`;
      })
      .join('')}</${root}>`,
  );

/** Attributes of a row that is in use. */
export const ACTUAL = { ISACTUAL: '1', ISACTIVE: '1' };

/** Makes the files of ГАР that say the same as tables of КЛАДР: file name → bytes. */
export function garFromKladr(
  tables: Record<'KLADR' | 'STREET' | 'DOMA' | 'SOCRBASE', RowCells[]>,
): Record<string, Buffer> {
  const objects: RowCells[] = [];
  const objectParams: RowCells[] = [];
  const houses: RowCells[] = [];
  const houseParams: RowCells[] = [];
  const hierarchy: RowCells[] = [];
  const ids = new Map<string, string>();
  let last = 1000;
  const addParams = (to: RowCells[], id: string, params: RowCells) => {
    for (const [TYPEID, VALUE] of Object.entries(params))
      if (VALUE) to.push({ OBJECTID: id, CHANGEIDEND: '0', TYPEID, VALUE });
    to.push({ OBJECTID: id, CHANGEIDEND: '7', TYPEID: '5', VALUE: '111111' }); // an outdated value
  };
  const all = [...tables.KLADR, ...tables.STREET];
  for (const { CODE = '', NAME = '', SOCR = '', INDEX = '', OCATD = '' } of all.filter((row) =>
    row['CODE']?.endsWith('00'),
  )) {
    const id = String(last++);
    ids.set(CODE.slice(0, -2), id);
    objects.push({ OBJECTID: id, NAME, TYPENAME: SOCR, LEVEL: CODE.length > 13 ? '8' : '6', ...ACTUAL });
    addParams(objectParams, id, { 5: INDEX, 6: OCATD, 10: CODE, 11: CODE.slice(0, -2) });
    hierarchy.push({ OBJECTID: id, PARENTOBJID: '1', ISACTIVE: '1' });
  }
  for (const { CODE = '', NAME = '', SOCR = '' } of all) {
    const id = ids.get(CODE.slice(0, -2));
    if (id && !CODE.endsWith('00'))
      objects.push({ OBJECTID: id, NAME, TYPENAME: SOCR, ISACTUAL: '0', ISACTIVE: '0' });
  }
  for (const { CODE = '', NAME = '', INDEX = '', OCATD = '' } of tables.DOMA)
    for (const house of expandHouseList(NAME)) {
      const id = String(last++);
      const [, number = house, block = '', building = ''] =
        /^(\d+[^\d]*?)(?:к(\d+))?(?:стр(\d+))?$/.exec(house) ?? [];
      houses.push({
        ...{ OBJECTID: id, HOUSENUM: number, HOUSETYPE: '2', ...ACTUAL },
        ...(block && { ADDNUM1: block, ADDTYPE1: '1' }),
        ...(building &&
          (block ? { ADDNUM2: building, ADDTYPE2: '2' } : { ADDNUM1: building, ADDTYPE1: '2' })),
      });
      addParams(houseParams, id, { 5: INDEX, 6: OCATD });
      hierarchy.push({ OBJECTID: id, PARENTOBJID: ids.get(CODE.slice(0, 15)) ?? '', ISACTIVE: '1' });
    }
  const types = tables.SOCRBASE.map(({ LEVEL = '', SCNAME = '', SOCRNAME = '' }) => ({
    ...{ SHORTNAME: SCNAME, NAME: SOCRNAME, ISACTIVE: 'true' },
    // Levels 4, 5, 6 of КЛАДР (settlement, street, house) are 6, 8, 9 of ГАР.
    LEVEL: { 4: '6', 5: '8', 6: '9' }[LEVEL] ?? LEVEL,
  }));
  const name = (table: string) => `AS_${table}_20261120_0b7f5a3e-5d0a-4c0e-9a55-6f1a1f6d9f10.XML`;
  return {
    [name('ADDR_OBJ_TYPES')]: makeGarXml('ADDRESSOBJECTTYPES', 'ADDRESSOBJECTTYPE', types),
    [`22/${name('ADDR_OBJ')}`]: makeGarXml('ADDRESSOBJECTS', 'OBJECT', objects),
    [`22/${name('ADDR_OBJ_DIVISION')}`]: makeGarXml('ITEMS', 'ITEM', []),
    [`22/${name('ADDR_OBJ_PARAMS')}`]: makeGarXml('PARAMS', 'PARAM', objectParams),
    [`22/${name('HOUSES')}`]: makeGarXml('HOUSES', 'HOUSE', houses),
    [`22/${name('HOUSES_PARAMS')}`]: makeGarXml('PARAMS', 'PARAM', houseParams),
    [`22/${name('ADM_HIERARCHY')}`]: makeGarXml('ITEMS', 'ITEM', hierarchy),
  };
}
