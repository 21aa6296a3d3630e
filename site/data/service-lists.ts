import { filterListsOf, filterValuesOf, type Filter } from '../catalogue/filters.ts';
import { groupByKeys } from '../catalogue/groups.ts';
import {
  distancesOf,
  letterOf,
  listAddress,
  pageCount,
  PAGE_SIZE,
  type ServiceIndex,
} from '../catalogue/service-lists.ts';
import { oncePerBuild } from './entries.ts';
import { serviceFilters } from './filters.ts';
import { pageKeys } from './page-key.ts';
import { allServices, type ServiceEntry } from './services.ts';

/** A list of services: all, of one letter, or of one option of a filter. */
export interface ServiceGroup {
  /** Its part of the address: `level/municipal`, `letter/v`, `all`. */
  list: string;
  /** «Муниципальная», «В». */
  title: string;
  /** What it is one of: «Уровень»; empty for the list of all. */
  kind: string;
  /** In the order of the alphabet. */
  services: readonly ServiceEntry[];
}

/** One page of a list. */
export interface ServiceListPage {
  group: Omit<ServiceGroup, 'services'>;
  /** The services of this page. */
  services: ServiceEntry[];
  /** How many services the whole list has. */
  count: number;
  /** From 1. */
  page: number;
  pages: number;
}

/** Letters that services begin with, each with its services. */
export const letterGroups = oncePerBuild(async (): Promise<ServiceGroup[]> => {
  const groups = groupByKeys(await allServices(), ({ data }) => [letterOf(data.short).value]);
  return [...groups].map(([value, services]) => ({
    list: `letter/${value}`,
    title: letterOf(services[0]?.data.short ?? '').title,
    kind: 'Буква',
    services,
  }));
});

/** The list of all services, those of letters, and those of the options of filters. */
export const serviceGroups = oncePerBuild(async (): Promise<ServiceGroup[]> => {
  const [services, filters] = await Promise.all([allServices(), serviceFilters()]);
  const members = groupByKeys(services, ({ data }) => filterListsOf(data));
  const groupsOf = ({ name, title: kind, options }: Filter): ServiceGroup[] =>
    options.map(({ value, title }) => {
      const list = `${name}/${value}`;
      return { list, title, kind, services: members.get(list) ?? [] };
    });
  const all = { list: 'all', title: 'Все услуги', kind: '', services };
  return [all, ...(await letterGroups()), ...filters.flatMap(groupsOf)];
});

/** One page of a list. */
export function pageOf({ services, ...group }: ServiceGroup, page: number): ServiceListPage {
  const shown = services.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { group, services: shown, count: services.length, page, pages: pageCount(services.length) };
}

/** The paths of all pages of all lists but `/services/`, for `getStaticPaths`. */
export async function serviceListPaths(): Promise<
  { params: { list: string }; props: ServiceListPage; cacheKey: string }[]
> {
  const [groups, keyOf] = await Promise.all([serviceGroups(), pageKeys()]);
  return groups.flatMap((group) =>
    Array.from({ length: pageCount(group.services.length) }, (_, i) => {
      const props = pageOf(group, i + 1);
      const list = listAddress(group.list, i + 1).slice('/services/by/'.length, -1);
      const cacheKey = keyOf([JSON.stringify([props.group, props.count]), ...props.services]);
      return { params: { list }, props, cacheKey };
    }).slice(group.list === 'all' ? 1 : 0),
  );
}

/** What the script of the list filters by. */
export async function serviceIndex(): Promise<ServiceIndex> {
  const [services, filters] = await Promise.all([allServices(), serviceFilters()]);
  const values = services.map(({ data }) => filterValuesOf(data));
  return {
    count: services.length,
    filters: filters.map(({ name, title, noFilterLabel, options }) => ({
      name,
      title,
      noFilterLabel,
      options: options.map(({ value, title: option }) => ({
        value,
        title: option,
        distances: distancesOf(
          values.flatMap((own, place) => (name !== 'kind' && own[name].includes(value) ? [place] : [])),
        ),
      })),
    })),
  };
}
