import { LEVELS, RECIPIENTS, type Service } from './service.ts';
import { ONLINE_TITLES } from './titles.ts';
import { capital } from './wording.ts';

/** One way to narrow the list of services down. */
export interface Filter {
  /** Name in the address bar and in the data of the list. */
  name: 'kind' | ServiceFilter;
  title: string;
  /** What stands for «no filter». */
  all: string;
  options: FilterOption[];
}

export interface FilterOption {
  value: string;
  title: string;
  /** How many services of the whole list have it. */
  count: number;
}

interface Named {
  id: string;
  title: string;
}

/** Filters that only services have. */
type ServiceFilter = 'online' | 'recipient' | 'life-event' | 'level' | 'agency';
type Values = Record<ServiceFilter, readonly string[]>;

/** What a service is found by, filter by filter. */
export function filterValues(service: Service): Values {
  return {
    online: [service.online.kind],
    recipient: [...new Set(service.recipients.map(({ kind }) => kind))],
    'life-event': service.lifeEvents,
    level: [service.level],
    agency: [service.agency, ...service.participants],
  };
}

/** The filters of a list of services. Options that no service has are left out. */
export function filtersOf(
  services: readonly Service[],
  lifeEvents: readonly Named[],
  agencies: readonly Named[],
): Filter[] {
  const values = services.map(filterValues);
  const named = (words: Record<string, string>): Named[] =>
    Object.entries(words).map(([id, title]) => ({ id, title: capital(title) }));
  const filter = (name: ServiceFilter, title: string, all: string, of: readonly Named[]): Filter => ({
    name,
    title,
    all,
    options: of
      .map(({ id, title: option }) => ({
        value: id,
        title: option,
        count: values.filter((one) => one[name].includes(id)).length,
      }))
      .filter(({ count }) => count),
  });
  return [
    filter('online', 'Можно ли онлайн', 'неважно', named(ONLINE_TITLES)),
    filter('recipient', 'Для кого', 'для всех', named(RECIPIENTS)),
    filter('life-event', 'Что случилось', 'любая ситуация', lifeEvents),
    filter('level', 'Уровень', 'все уровни', named(LEVELS)),
    filter('agency', 'Орган', 'все органы', agencies),
  ];
}

/** The style sheet that hides what does not fit the choice: filters work without script. */
export const filterStyles = (filters: readonly Filter[]): string =>
  filters
    .flatMap(({ name, options }) =>
      options.map(
        ({ value }) =>
          `.catalogue:has([name="${name}"] [value="${value}"]:checked) .services>:not([data-${name}~="${value}"])`,
      ),
    )
    .map((selector) => `${selector}{display:none}`)
    .join('\n');

/** What the style sheet looks at, as attributes of a service in the list: `{'data-level': 'federal'}`. */
export const filterAttributes = (service: Service): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filterValues(service)).map(([name, values]) => [`data-${name}`, values.join(' ')]),
  );
