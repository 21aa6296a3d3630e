import { serviceListFilters, type Filter } from '../catalogue/filters.ts';
import { allAgencies } from './agencies.ts';
import { oncePerBuild } from './entries.ts';
import { allLifeEvents } from './text-pages.ts';
import { allServices } from './services.ts';

/** The filters of the list of all services, and of the search. */
export const serviceFilters = oncePerBuild(async (): Promise<Filter[]> => {
  const [services, lifeEvents, agencies] = await Promise.all([allServices(), allLifeEvents(), allAgencies()]);
  return serviceListFilters(
    services.map(({ data }) => data),
    lifeEvents.map(({ id, data }) => ({ id, title: data.title })),
    agencies.map(({ id, data }) => ({ id, title: data.short })),
  );
});
