import { expect, it } from 'vitest';

import { faultsOf, withoutRereadDescriptions } from './heard.ts';

const FIELD = ['Телефон запись.', 'неверный ввод.', 'Введите телефон с кодом.'];

it('finds nothing wrong where each sentence is heard once, in order', () => {
  expect(faultsOf(FIELD, ['Телефон запись', 'неверный ввод', 'Введите телефон'])).toEqual([]);
});

it('misses a sentence, and notices one that comes twice, in another order, or too early', () => {
  expect(faultsOf(FIELD, ['неверный ввод', 'На него придёт СМС'])).toEqual([
    'не прозвучало: «На него придёт СМС»',
  ]);
  expect(faultsOf([...FIELD, 'Введите телефон с кодом.'], ['неверный ввод'])).toEqual([
    'прозвучало ещё раз: «Введите телефон с кодом.»',
  ]);
  expect(faultsOf(FIELD, ['Введите телефон', 'неверный ввод'])).toEqual(['не по порядку: «неверный ввод»']);
  expect(faultsOf(FIELD, ['Телефон запись'])).toEqual(['назван неверным: «неверный ввод.»']);
});

it('counts a description once that Firefox has read again, and a status twice that is said twice', () => {
  expect(withoutRereadDescriptions([...FIELD, 'Режим фокуса', 'Введите телефон с кодом'])).toHaveLength(4);
  expect(withoutRereadDescriptions([...FIELD, 'Отправляем…', 'Введите телефон с кодом.'])).toHaveLength(5);
});
