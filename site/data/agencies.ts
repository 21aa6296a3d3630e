import { PAGE_SIZE } from '../catalogue/service-lists.ts';
import { groupByKeys, groupByKind, type TitledGroup } from '../catalogue/groups.ts';
import { agencyGroupTitles } from '../catalogue/titles.ts';
import type { RenderedEntry } from '../content/rendered-entries.ts';
import { collectionEntries, oncePerBuild, sortByName } from './entries.ts';
import { pageKeys } from './page-key.ts';
import { catalogueRegion } from './region.ts';
import { allServices, type ServiceEntry } from './services.ts';

/** Services in which an agency takes part, as far as its page shows them. */
const HELPED_SHOWN = 10;

/** An agency as pages show it. */
export type AgencyEntry = RenderedEntry<'agencies'>;

/** An agency with all that its page shows besides its own facts. */
export interface AgencyPage {
  /** The agency itself. */
  agency: AgencyEntry;
  /** The agency that it answers to. */
  parent: AgencyEntry | undefined;
  /** The agencies that answer to it, in the order of their files' names. */
  children: AgencyEntry[];
  /** Services for which it is responsible: the first of them. */
  ownServices: ServiceEntry[];
  /** Services for which other agencies are responsible, and in which it takes part: the first of them. */
  helpedServices: ServiceEntry[];
  /** How many services it provides or takes part in, those that its page does not show included. */
  serviceCount: number;
}

/** All agencies, sorted by title. */
export const allAgencies = oncePerBuild<readonly AgencyEntry[]>(async () =>
  sortByName(await collectionEntries('agencies'), ({ data }) => data.title),
);

/** All agencies in groups by kind: «Органы власти края», … */
export const agencyGroups = async (): Promise<TitledGroup<AgencyEntry>[]> =>
  groupByKind(await allAgencies(), agencyGroupTitles(await catalogueRegion()), ({ data }) => data.kind);

/** The path of each agency with the content of its page, for `getStaticPaths`. */
export async function agencyPaths(): Promise<
  { params: { slug: string }; props: AgencyPage; cacheKey: string }[]
> {
  const [agencies, services, keyOf] = await Promise.all([
    collectionEntries('agencies'),
    allServices(),
    pageKeys(),
  ]);
  const ownServicesOf = groupByKeys(services, (service) => [service.data.agency]);
  const helpedServicesOf = groupByKeys(services, (service) => service.data.participants);
  return agencies.map((agency) => {
    const { id, data } = agency;
    const own = ownServicesOf.get(id) ?? [];
    const helped = helpedServicesOf.get(id) ?? [];
    const props = {
      agency,
      parent: agencies.find((other) => other.id === data.parent),
      children: agencies.filter((other) => other.data.parent === id),
      ownServices: own.slice(0, PAGE_SIZE),
      helpedServices: helped.slice(0, HELPED_SHOWN),
      serviceCount: own.length + helped.length,
    };
    const { parent, children, ownServices, helpedServices, serviceCount } = props;
    const shown = [agency, parent, ...children, ...ownServices, ...helpedServices, String(serviceCount)];
    return { params: { slug: id }, props, cacheKey: keyOf(shown) };
  });
}
