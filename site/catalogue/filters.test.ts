import { describe, expect, it } from 'vitest';

import { readEntries } from '../content/read.ts';
import { serviceListFilters } from './filters.ts';
import type { Service } from './service.ts';

const card = readEntries('services').find(({ id }) => id === 'detskiy-sad')?.data as Service;
const agencies = [
  { id: 'komitet-obrazovaniya-barnaula', title: 'Комитет по образованию' },
  { id: 'gu-mvd', title: 'МВД' },
];
const filters = serviceListFilters(
  [card, { ...card, level: 'federal' }],
  [{ id: 'rebenok-rastet', title: 'Ребёнок растёт' }],
  agencies,
);

describe('filters of the list of services', () => {
  it('count the services that each option leaves', () => {
    const level = filters.find(({ name }) => name === 'level');
    expect(level?.options).toEqual([
      { value: 'federal', title: 'Федеральная', count: 1 },
      { value: 'municipal', title: 'Муниципальная', count: 1 },
    ]);
  });

  it('leave out what no service has', () => {
    expect(filters.find(({ name }) => name === 'agency')?.options.map(({ value }) => value)).toEqual([
      'komitet-obrazovaniya-barnaula',
    ]);
  });
});
