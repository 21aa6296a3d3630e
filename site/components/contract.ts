import type { Row } from '../../widgets/contract/openapi/kinds.ts';
import { reference } from '../../widgets/contract/openapi/reference.ts';
import { portalRegion } from '../catalogue/region.ts';
import { region } from '../data/region.ts';

/** What the pages of developers tell. */
export const CONTRACT = reference(portalRegion(await region()));

/** Where a shape is told of; nothing for words that are no shape's name. */
export function shapeHref(name: string): string | undefined {
  const home = CONTRACT.homes.get(name);
  return home && `/developers/${home}/#${name}`;
}

/** Fields and parameters as `Told` shows them. */
export const fieldRows = (rows: Row[]) =>
  rows.map(({ path, required, about, kind }) => ({ name: path, optional: !required, about, kinds: [kind] }));
