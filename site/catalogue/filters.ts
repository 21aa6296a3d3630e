import { groupByKeys } from './groups.ts';
import { LEVELS, RECIPIENTS } from './service-choices.ts';
import type { Service } from './service.ts';
import { ONLINE_TITLES } from './titles.ts';
import { capitalize } from './wording.ts';

/** One way to narrow the list of services down. */
export interface Filter {
  /**
   * Its name in the address bar (`?level=federal`). Only the search page has `kind`:
   * `RECORD_KINDS`.
   */
  name: 'kind' | ServiceFilter;
  /** The label: «Для кого». */
  title: string;
  /** The option that stands for «no filter»: «все уровни». */
  noFilterLabel: string;
  /** In the order in which they are offered. */
  options: FilterOption[];
}

interface FilterOption {
  /** What the address bar gets: `federal`. */
  value: string;
  /** What the citizen reads: «Федеральная». */
  title: string;
  /** How many services of the whole list have it. */
  count: number;
}

/** A possible option of a filter: `{ id: 'mfc', title: 'МФЦ' }`. */
interface IdAndTitle {
  id: string;
  title: string;
}

/** Filters that only services have. */
type ServiceFilter = 'online' | 'recipient' | 'life-event' | 'level' | 'agency';
/** The values that a service has for each filter. */
type FilterValues = Record<ServiceFilter, readonly string[]>;

/** The values of a service, filter by filter: `{ level: ['federal'], agency: ['mincifry', 'mfc'], … }`. */
export function filterValuesOf(service: Service): FilterValues {
  return {
    online: [service.online.kind],
    recipient: [...new Set(service.recipients.map(({ kind }) => kind))],
    'life-event': service.lifeEvents,
    level: [service.level],
    agency: [service.agency, ...service.participants],
  };
}

/** The lists that a service stands in, by their part of the address: `level/federal`. */
export const filterListsOf = (service: Service): string[] =>
  Object.entries(filterValuesOf(service)).flatMap(([name, values]) =>
    values.map((value) => `${name}/${value}`),
  );

/** The label of each filter, and of its option for «no filter», in the order in which the filters stand. */
const FILTER_LABELS = {
  online: { title: 'Можно ли онлайн', noFilterLabel: 'неважно' },
  recipient: { title: 'Для кого', noFilterLabel: 'для всех' },
  'life-event': { title: 'Что случилось', noFilterLabel: 'любая ситуация' },
  level: { title: 'Уровень', noFilterLabel: 'все уровни' },
  agency: { title: 'Орган', noFilterLabel: 'все органы' },
} as const satisfies Record<ServiceFilter, { title: string; noFilterLabel: string }>;

/** Options from words: `{ federal: 'федеральная' }` gives `[{ id: 'federal', title: 'Федеральная' }]`. */
const idsAndTitlesOf = (words: Record<string, string>): IdAndTitle[] =>
  Object.entries(words).map(([id, title]) => ({ id, title: capitalize(title) }));

/** The filters of a list of services. Options that no service has are left out. */
export function serviceListFilters(
  services: readonly Service[],
  lifeEvents: readonly IdAndTitle[],
  agencies: readonly IdAndTitle[],
): Filter[] {
  const lists = groupByKeys(services, filterListsOf);
  const optionsOfFilter: Record<ServiceFilter, readonly IdAndTitle[]> = {
    online: idsAndTitlesOf(ONLINE_TITLES),
    recipient: idsAndTitlesOf(RECIPIENTS),
    'life-event': lifeEvents,
    level: idsAndTitlesOf(LEVELS),
    agency: agencies,
  };
  return (Object.keys(FILTER_LABELS) as ServiceFilter[]).map((name) => ({
    name,
    ...FILTER_LABELS[name],
    options: optionsOfFilter[name]
      .map(({ id, title }) => ({ value: id, title, count: lists.get(`${name}/${id}`)?.length ?? 0 }))
      .filter(({ count }) => count),
  }));
}
