import type { FieldRow } from '../../widgets/contract/openapi/field-rows.ts';
import { writeApiReference } from '../../widgets/contract/openapi/api-reference.ts';
import { portalRegion } from '../catalogue/region.ts';
import { addressOf } from '../data/address.ts';
import { catalogueRegion } from '../data/region.ts';

/** What the pages for developers show: operations and shapes of the contract, in the words of this region. */
export const API_REFERENCE = writeApiReference(portalRegion(await catalogueRegion()));

/** The address of the text about a shape: `/developers/ratings/#Rating`; `undefined` if no shape has the name. */
export function shapeHref(name: string): string | undefined {
  const group = API_REFERENCE.groupOfShape.get(name);
  return group && addressOf(`/developers/${group}/#${name}`);
}

/** Fields and parameters as `DefinitionList.astro` shows them. */
export const fieldRows = (rows: FieldRow[]) =>
  rows.map(({ path, required, about, type }) => ({ name: path, optional: !required, about, kinds: [type] }));
