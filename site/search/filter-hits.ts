import type { FilterLists, IndexStart } from './index-format.ts';
import { readDifferences } from './found-records.ts';
import type { RankedRecord } from './rank.ts';

/** The filters that are set, with one value each: `{ level: 'federal' }`. */
export type SelectedFilters = Record<string, string>;
/** How many results each value of each filter would leave: `{ level: { federal: 9, regional: 4 } }`. */
export type FilterCounts = Record<string, Record<string, number>>;

/** All records, in the order of the index: what is found where only filters are set. */
export const allHits = ({ count }: IndexStart): RankedRecord[] =>
  Array.from({ length: count }, (_, record) => ({ record, score: 0, coverage: 1, telling: 1 }));

/**
 * Leaves the hits that have the selected values, and counts what each value would leave. The values of a filter in use are counted as if
 * this one filter were not in use.
 */
export function filterHits(
  hits: readonly RankedRecord[],
  lists: FilterLists,
  selected: SelectedFilters,
): { hits: RankedRecord[]; counts: FilterCounts } {
  const members = (name: string, value: string) => new Set(readDifferences(lists[name]?.[value] ?? []));
  const chosen = Object.entries(selected).map(([name, value]) => ({ name, records: members(name, value) }));
  const passing = (exceptFor?: string) =>
    hits.filter(({ record }) =>
      chosen.every(({ name, records }) => name === exceptFor || records.has(record)),
    );
  const counts = Object.entries(lists).map(([name, values]) => {
    const others = passing(name);
    const ofValues = Object.keys(values).map((value) => {
      const records = members(name, value);
      return [value, others.filter(({ record }) => records.has(record)).length] as const;
    });
    return [name, Object.fromEntries(ofValues)] as const;
  });
  return { hits: passing(), counts: Object.fromEntries(counts) };
}
