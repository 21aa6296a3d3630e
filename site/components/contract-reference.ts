import type { FieldRow } from '../../widgets/contract/openapi/field-rows.ts';
import { writeApiReference } from '../../widgets/contract/openapi/api-reference.ts';
import { portalRegion } from '../catalogue/region.ts';
import { catalogueRegion } from '../data/region.ts';

/** What the pages of developers tell. */
export const API_REFERENCE = writeApiReference(portalRegion(await catalogueRegion()));

/** Where a shape is told of; nothing for words that are no shape's name. */
export function shapeHref(name: string): string | undefined {
  const home = API_REFERENCE.groupOfShape.get(name);
  return home && `/developers/${home}/#${name}`;
}

/** Fields and parameters as `Told` shows them. */
export const fieldRows = (rows: FieldRow[]) =>
  rows.map(({ path, required, about, type }) => ({ name: path, optional: !required, about, kinds: [type] }));
