import { filtersOf, type Filter } from '../catalogue/filters.ts';
import { agencies } from './agencies.ts';
import { lifeEvents } from './articles.ts';
import { services } from './services.ts';

/** The filters of the list of all services, and of the search. */
export async function serviceFilters(): Promise<Filter[]> {
  const [all, events, bodies] = await Promise.all([services(), lifeEvents(), agencies()]);
  return filtersOf(
    all.map(({ data }) => data),
    events.map(({ id, data }) => ({ id, title: data.title })),
    bodies.map(({ id, data }) => ({ id, title: data.short })),
  );
}
