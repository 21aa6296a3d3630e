import { CatalogueSchema, type Catalogue } from '../contract/forms/schemas.ts';
import type { Portal } from './context.ts';
import { fetchJson } from './http.ts';

/** Fetches the services and agencies of the region. */
export const fetchCatalogue = (portal: Portal): Promise<Catalogue> =>
  fetchJson(portal, { url: portal.config.catalogue, schema: CatalogueSchema });
