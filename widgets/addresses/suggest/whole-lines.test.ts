import { beforeAll, describe, expect, it } from 'vitest';

import {
  buildTestIndex,
  DEMO_ADDRESSES_FOLDER,
  memoryFetch,
  TEST_INDEX_URL,
} from '../build/index-for-tests.ts';
import { openAddressIndex, type AddressIndex } from './reader.ts';

let addresses: AddressIndex;
beforeAll(async () => {
  const { files } = await buildTestIndex(DEMO_ADDRESSES_FOLDER);
  addresses = openAddressIndex(TEST_INDEX_URL, memoryFetch(files));
});

describe('a whole line', () => {
  it.each([
    ['Российская Федерация, Алтайский край, г.Барнаул, пр-кт Ленина, д.12', 'Барнаул, пр-кт Ленина, 12'],
    ['РФ, 656049, край Алтайский, г. Барнаул, пр. Ленина 12', 'Барнаул, пр-кт Ленина, 12'],
    [
      'Алтайский край, городской округ город Барнаул, город Барнаул, проспект Ленина, 12',
      'Барнаул, пр-кт Ленина, 12',
    ],
    ['г.о. Барнаул, пр. Ленина 12', 'Барнаул, пр-кт Ленина, 12'],
    ['муниципальный район Павловский, Павловск', 'Павловский р-н, с Павловск'],
    [
      'м.р-н Павловский, с.п. Павловский сельсовет, с. Павловск, ул. Ленина, 5',
      'Павловский р-н, с Павловск, ул Ленина, 5',
    ],
    ['с Павловск Павловского района Алтайского края', 'Павловский р-н, с Павловск'],
    ['деревня Павловск', 'Павловский р-н, с Павловск'],
    ['ленина 12 барнаул', 'Барнаул, пр-кт Ленина, 12'],
    ['12 ленина барнаул', 'Барнаул, пр-кт Ленина, 12'],
    ['пр. Ленина, д. 12, кв. 5, г. Барнаул, 656049', 'Барнаул, пр-кт Ленина, 12, кв 5'],
    ['в Барнауле на Ленинградской, 12', 'Барнаул, ул Ленинградская, 12'],
    ['проспект Ленина дом двенадцать квартира пять Барнаул', 'Барнаул, пр-кт Ленина, 12, кв 5'],
    ['барнаул вторая ветеранов', 'Барнаул, ул Ветеранов 2-я'],
    ['барнаул 2-ая ветеранов 3', 'Барнаул, ул Ветеранов 2-я, 3'],
    ['барнаул сорока лет октября', 'Барнаул, ул 40 лет Октября'],
    ['барнаул 40-летия октября, 7', 'Барнаул, ул 40 лет Октября, 7'],
    ['барнаул сорокалетия октября', 'Барнаул, ул 40 лет Октября'],
    ['барнаул ленина сто двадцать', 'Барнаул, пр-кт Ленина, 120'],
    ['барнаул ленина 20 5', 'Барнаул, пр-кт Ленина, 20, кв 5'],
    ['барнаул восьмого марта 8', 'Барнаул, ул 8 Марта, 8'],
    ['барнаул ул. им. А. С. Попова 70', 'Барнаул, ул Попова, 70'],
    ['Барнаул, ул. Попова А.С., 70', 'Барнаул, ул Попова, 70'],
    ['Barnaul, prospekt Lenina, 12', 'Барнаул, пр-кт Ленина, 12'],
    ['Бaрнaул, пp-кт Лeнинa, 12', 'Барнаул, пр-кт Ленина, 12'],
  ])('«%s» is answered with «%s» first', async (typed, line) => {
    expect((await addresses.suggest(typed))[0]?.line).toBe(line);
  });
});

describe('what nothing in the data has', () => {
  it.each([
    ['г. Барнаул, ул Новейшая, 5', 'Барнаул', undefined, 'ул Новейшая, 5'],
    ['Павловский р-н, с. Павловск, Новейшая 5, кв 2', 'с Павловск', undefined, 'Новейшая 5, кв 2'],
    ['Барнаул, Ленина 12, вход со двора', 'пр-кт Ленина', '12', 'вход со двора'],
    ['Барнаул, Ленина 12, дача 1234', 'пр-кт Ленина', '12', 'дача 1234'],
    ['Барнаул, Ленина, возле рынка, 12', 'пр-кт Ленина', undefined, 'рынка, 12'],
    ['Барнул, ул Новейшая', 'Барнаул', undefined, 'ул Новейшая'],
  ])('of «%s» is kept as it was typed', async (typed, name, house, unknown) => {
    const [first] = await addresses.suggest(typed);
    expect(first?.names.at(-1)).toBe(name);
    expect([first?.house, first?.unknown, first?.sure]).toEqual([house, unknown, 'part']);
    expect(first?.line.endsWith(`, ${unknown}`)).toBe(true);
  });

  it('gives the codes of what is known', async () => {
    const [first] = await addresses.suggest('г. Барнаул, ул Новейшая, 5');
    expect(first).toMatchObject({ kladr: '2200000100000', kind: 'locality' });
  });

  it('gives up the last of two towns', async () => {
    const lines = (await addresses.suggest('Барнаул, пр. Ленина 5, Бийск')).map(({ line }) => line);
    expect(lines[0]).toBe('Барнаул, пр-кт Ленина, 5, Бийск');
  });

  it('is not left out where only towns are asked for', async () => {
    expect(await addresses.suggest('Барнаул Новейшая', { bounds: 'town' })).toEqual([]);
  });
});
