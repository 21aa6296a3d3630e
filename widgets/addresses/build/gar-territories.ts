import type { AddressRow, TerritoryRow } from './dataset.ts';
import { codeOfGarObject, type GarObject } from './gar-objects.ts';

/**
 * Level of territories, СНТ, quarters and microdistricts: «элемент планировочной структуры», as AS_OBJECT_LEVELS calls it. They lie
 * between a locality and its streets.
 */
const TERRITORY_LEVEL = '7';

/** Sets the territory of the streets in `rows` (id → row) that lie in one by the hierarchy. A street of КЛАДР has only a locality. */
export function addTerritories(
  objects: ReadonlyMap<string, GarObject>,
  rows: ReadonlyMap<string, AddressRow>,
): void {
  // Id → territory; `undefined` for other objects, and for those of a circle that is being read.
  const known = new Map<string, TerritoryRow | undefined>();
  const territoryOf = (id: string): TerritoryRow | undefined => {
    const object = objects.get(id);
    if (known.has(id) || object?.level !== TERRITORY_LEVEL) return known.get(id);
    known.set(id, undefined);
    const { name, type, parentId = '' } = object;
    const code = codeOfGarObject(object);
    const outer = territoryOf(parentId);
    const territory = { code: code.length === 15 ? code : '', name, type, ...(outer && { outer }) };
    known.set(id, territory);
    return territory;
  };
  for (const [id, row] of rows) {
    const { parentId = '' } = objects.get(id) ?? {};
    const parent = objects.get(parentId);
    // A territory that is a locality of КЛАДР stands in the code of the street.
    if (row.code.length === 11 || (parent && row.code.slice(0, 11) === codeOfGarObject(parent))) continue;
    const territory = territoryOf(parentId);
    if (territory) row.territory = territory;
  }
}
