import type { APIRoute } from 'astro';

import { filterStyles } from '../../catalogue/filters.ts';
import { serviceFilters } from '../../data/filters.ts';

/** The style sheet of the filters: a file of its own, so that no page needs styles inside. */
export const GET: APIRoute = async () =>
  new Response(filterStyles(await serviceFilters()), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
