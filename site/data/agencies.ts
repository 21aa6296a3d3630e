import { groupsOf, type Group } from '../catalogue/groups.ts';
import { agencyGroupTitles } from '../catalogue/titles.ts';
import { entriesOf, inAlphabet, type ShownEntry } from './entries.ts';
import { region } from './region.ts';
import { services, type ServiceEntry } from './services.ts';

export type AgencyEntry = ShownEntry<'agencies'>;

/** An agency with all that its page shows besides its own facts. */
export interface AgencyPage {
  agency: AgencyEntry;
  /** The agency that it answers to. */
  parent: AgencyEntry | undefined;
  /** The agencies that answer to it, in the order of their files' names. */
  children: AgencyEntry[];
  /** Services for which it is responsible. */
  own: ServiceEntry[];
  /** Services of others in which it takes part. */
  helped: ServiceEntry[];
}

export async function agencies(): Promise<AgencyEntry[]> {
  return inAlphabet(await entriesOf('agencies'), ({ data }) => data.title);
}

/** All agencies by their kinds. */
export const agencyGroups = async (): Promise<Group<AgencyEntry>[]> =>
  groupsOf(await agencies(), agencyGroupTitles(await region()), ({ data }) => data.kind);

/** The paths of all agencies, for `getStaticPaths`. */
export async function agencyPaths(): Promise<{ params: { slug: string }; props: AgencyPage }[]> {
  const [all, everyService] = await Promise.all([entriesOf('agencies'), services()]);
  return all.map((agency) => {
    const { id, data } = agency;
    const props = {
      agency,
      parent: all.find((other) => other.id === data.parent),
      children: all.filter((other) => other.data.parent === id),
      own: everyService.filter((service) => service.data.agency === id),
      helped: everyService.filter((service) => service.data.participants.includes(id)),
    };
    return { params: { slug: id }, props };
  });
}
