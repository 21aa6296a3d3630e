import { serviceListFilters, type Filter } from '../catalogue/filters.ts';
import { allAgencies } from './agencies.ts';
import { allLifeEvents } from './text-pages.ts';
import { allServices } from './services.ts';

/** The filters of the list of all services, and of the search. */
export async function serviceFilters(): Promise<Filter[]> {
  const [all, events, agencyEntries] = await Promise.all([allServices(), allLifeEvents(), allAgencies()]);
  return serviceListFilters(
    all.map(({ data }) => data),
    events.map(({ id, data }) => ({ id, title: data.title })),
    agencyEntries.map(({ id, data }) => ({ id, title: data.short })),
  );
}
