import { groupByKind, type TitledGroup } from '../catalogue/groups.ts';
import { agencyGroupTitles } from '../catalogue/titles.ts';
import { collectionEntries, sortByName, type RenderedEntry } from './entries.ts';
import { catalogueRegion } from './region.ts';
import { allServices, type ServiceEntry } from './services.ts';

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
  /** Services for which it is responsible. */
  ownServices: ServiceEntry[];
  /** Services for which other agencies are responsible, and in which it takes part. */
  helpedServices: ServiceEntry[];
}

/** All agencies, sorted by title. */
export async function allAgencies(): Promise<AgencyEntry[]> {
  return sortByName(await collectionEntries('agencies'), ({ data }) => data.title);
}

/** All agencies in groups by kind: «Органы власти края», … */
export const agencyGroups = async (): Promise<TitledGroup<AgencyEntry>[]> =>
  groupByKind(await allAgencies(), agencyGroupTitles(await catalogueRegion()), ({ data }) => data.kind);

/** The path of each agency with the content of its page, for `getStaticPaths`. */
export async function agencyPaths(): Promise<{ params: { slug: string }; props: AgencyPage }[]> {
  const [agencies, services] = await Promise.all([collectionEntries('agencies'), allServices()]);
  return agencies.map((agency) => {
    const { id, data } = agency;
    const props = {
      agency,
      parent: agencies.find((other) => other.id === data.parent),
      children: agencies.filter((other) => other.data.parent === id),
      ownServices: services.filter((service) => service.data.agency === id),
      helpedServices: services.filter((service) => service.data.participants.includes(id)),
    };
    return { params: { slug: id }, props };
  });
}
