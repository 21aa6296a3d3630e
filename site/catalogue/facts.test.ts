import { readFileSync } from 'node:fs';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { splitFrontMatter } from './check.ts';
import { factsOf } from './facts.ts';
import { ServiceSchema } from './service.ts';

const card = v.parse(
  ServiceSchema,
  parse(splitFrontMatter(readFileSync('content/services/detskiy-sad.md', 'utf8'))?.yaml ?? ''),
);

describe('factsOf', () => {
  it('answers the four questions that decide', () => {
    expect(factsOf(card).map(({ label, value }) => [label, value])).toEqual([
      ['Онлайн', 'Заявление — онлайн'],
      ['Сколько ждать ответа', '10 рабочих дней'],
      ['Сколько стоит', 'Бесплатно'],
      ['Что получите', 'Место в очереди'],
    ]);
  });

  it('has no value where it is not known', () => {
    const [period, ...periods] = card.periods;
    const [, wait] = factsOf({
      ...card,
      periods: period ? [{ ...period, value: undefined }, ...periods] : [],
    });
    expect(wait).toMatchObject({ value: undefined, checked: false });
  });
});
