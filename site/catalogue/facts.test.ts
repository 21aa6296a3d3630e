import { describe, expect, it } from 'vitest';

import { readEntries } from '../content/read.ts';
import { keyFactsOf, firstKeyFacts } from './facts.ts';
import type { Service } from './service.ts';

const card = readEntries('services').find(({ id }) => id === 'detskiy-sad')?.data as Service;

describe('factsOf', () => {
  it('answers the four questions that decide', () => {
    expect(keyFactsOf(card).map(({ label, value }) => [label, value])).toEqual([
      ['Онлайн', 'Заявление — онлайн'],
      ['Сколько ждать ответа', '10 рабочих дней'],
      ['Сколько стоит', 'Бесплатно'],
      ['Что получите', 'Место в очереди'],
    ]);
  });

  it('has no value where it is not known', () => {
    const [period, ...periods] = card.periods;
    const [, wait] = keyFactsOf({
      ...card,
      periods: period ? [{ ...period, value: undefined }, ...periods] : [],
    });
    expect(wait).toMatchObject({ value: undefined, checked: false });
  });

  it('leaves out of the first facts what is not known', () => {
    expect(firstKeyFacts(card, 3)).toEqual(['Заявление — онлайн', '10 рабочих дней', 'Бесплатно']);
    expect(firstKeyFacts({ ...card, periods: [] }, 3)).toEqual(['Заявление — онлайн', 'Бесплатно']);
  });
});
