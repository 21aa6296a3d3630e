import type { APIRoute } from 'astro';

import { addressOf } from '../data/address.ts';
import { catalogueRegion } from '../data/region.ts';
import { openSearch } from '../open-data/xml.ts';

/** `/opensearch.xml`: the search of the catalogue for the browser's address bar. */
export const GET: APIRoute = async ({ site }) => {
  const { genitive } = await catalogueRegion();
  return new Response(openSearch(`Поиск услуг ${genitive}`, new URL(addressOf('/search/'), site).href));
};
