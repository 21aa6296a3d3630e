import type { APIRoute } from 'astro';

import { filterStyles, filtersOf } from '../../catalogue/filters.ts';
import { agencies, lifeEvents, services } from '../_catalogue.ts';

const named = ({ id }: { id: string }) => ({ id, title: id });

/** The style sheet of the filters: a file of its own, so that no page needs styles inside. */
export const GET: APIRoute = async () => {
  const all = (await services()).map(({ data }) => data);
  const filters = filtersOf(all, (await lifeEvents()).map(named), (await agencies()).map(named));
  return new Response(filterStyles(filters), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
};
