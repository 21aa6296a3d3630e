import { describe, expect, it } from 'vitest';

import { distancesOf } from '../../catalogue/service-lists.ts';
import { ServiceFilter } from './filtered-places.ts';

const option = (value: string, places: number[]) => ({ value, title: value, distances: distancesOf(places) });
const filter = new ServiceFilter({
  count: 5,
  filters: [
    {
      name: 'level',
      title: '',
      noFilterLabel: '',
      options: [option('city', [0, 1, 2, 4]), option('state', [3])],
    },
    {
      name: 'agency',
      title: '',
      noFilterLabel: '',
      options: [option('mfc', [1, 3, 4]), option('zags', [0])],
    },
  ],
});
const chosen = new Map([
  ['level', 'city'],
  ['agency', 'mfc'],
]);

describe('the filters of the list of services', () => {
  it('find the services that fit all of them, in the order of the list', () => {
    expect(filter.matching(chosen)).toEqual([1, 4]);
    expect(filter.matching(new Map())).toEqual([0, 1, 2, 3, 4]);
  });

  it('count what each option would leave beside the other filters', () => {
    expect(filter.counts(chosen, 'level')).toEqual(
      new Map([
        ['city', 2],
        ['state', 1],
      ]),
    );
    expect(filter.counts(chosen, 'agency')).toEqual(
      new Map([
        ['mfc', 2],
        ['zags', 1],
      ]),
    );
  });

  it('fetch entries from the shortest list that has them', () => {
    expect(filter.shortestList(chosen)).toEqual({ list: 'agency/mfc', places: [1, 3, 4] });
    expect(filter.shortestList(new Map())).toEqual({ list: 'all', places: undefined });
  });
});
