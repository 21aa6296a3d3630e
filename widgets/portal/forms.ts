import {
  CatalogueSchema,
  FormDefinitionSchema,
  type Catalogue,
  type FormDefinition,
} from '../contract/form.ts';
import type { Portal } from './context.ts';
import { find, read } from './http.ts';

/** The form of a service; `undefined` when the region has none by that name. */
export async function formOf(portal: Portal, service: string): Promise<FormDefinition | undefined> {
  if (!/^[a-z0-9-]+$/.test(service)) return undefined;
  return find(portal, new URL(`${service}.json`, portal.config.forms), FormDefinitionSchema);
}

/** Services and agencies of the region. */
export const catalogueOf = (portal: Portal): Promise<Catalogue> =>
  read(portal, portal.config.catalogue, CatalogueSchema);
