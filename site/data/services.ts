import type { RenderedEntry } from '../content/rendered-entries.ts';
import { collectionEntries, oncePerBuild, sortByName } from './entries.ts';

/** A service as pages show it. */
export type ServiceEntry = RenderedEntry<'services'>;

/** All services, sorted by short title. */
export const allServices = oncePerBuild<readonly ServiceEntry[]>(async () =>
  sortByName(await collectionEntries('services'), ({ data }) => data.short),
);

/** The popular services of the home page (`popularRank`), the first one first. */
export async function popularServices(): Promise<ServiceEntry[]> {
  const rank = ({ data }: ServiceEntry) => data.popularRank ?? Infinity;
  const services = await allServices();
  return services.filter((service) => rank(service) < Infinity).sort((a, b) => rank(a) - rank(b));
}
