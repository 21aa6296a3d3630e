import type { GarHouse } from './gar-houses.ts';
import type { GarObject } from './gar-objects.ts';
import { isOktmo } from './gar-params.ts';
import type { GarTables } from './gar-tables.ts';

/** What the hierarchies are about, each by its id in ГАР. */
interface GarMembers {
  objects: ReadonlyMap<string, GarObject>;
  houses: ReadonlyMap<string, GarHouse>;
}

/**
 * Reads what lies in what: from the administrative hierarchy, and for what is missing there from the municipal one, which also has
 * the ОКТМО of each object.
 */
export async function readGarHierarchy(
  tables: GarTables,
  region: string,
  { objects, houses }: GarMembers,
): Promise<void> {
  const admin = { name: `${region}/AS_ADM_HIERARCHY`, root: 'ITEMS', startShare: 0.3, isRequired: true };
  await tables.readTable(admin, (row) => {
    if (row['ISACTIVE'] !== '1') return;
    const { OBJECTID = '', PARENTOBJID: parent } = row;
    const [object, house] = [objects.get(OBJECTID), houses.get(OBJECTID)];
    if (object) object.isInAdminHierarchy = true;
    if (object && parent) object.parentId = parent;
    if (house && parent) house.ownerId = parent;
  });
  await tables.readTable({ name: `${region}/AS_MUN_HIERARCHY`, root: 'ITEMS', startShare: 0.45 }, (row) => {
    if (row['ISACTIVE'] !== '1') return;
    const { OBJECTID = '', PARENTOBJID: parent, OKTMO = '' } = row;
    const [object, house] = [objects.get(OBJECTID), houses.get(OBJECTID)];
    if (object && isOktmo(OKTMO)) object.municipalOktmo = OKTMO;
    if (object && parent) object.parentId ??= parent;
    if (house && parent) house.ownerId ??= parent;
  });
}
