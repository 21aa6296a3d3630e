import { describe, expect, it } from 'vitest';

import { readCertainHouse } from '../addresses/suggest/look-up-reading.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import {
  addressFromParts,
  houseWithBlock,
  withoutLocalityNames,
  type AddressParts,
} from './address-parts.ts';
import type { ChosenAddress } from './chosen-address.ts';

const place: ChosenAddress = {
  line: 'Барнаул',
  names: ['Барнаул'],
  kladr: '2200000100000',
  postcode: '656000',
  okato: '01401000000',
};
const street: ChosenAddress = {
  line: 'Барнаул, ул Попова',
  names: ['Барнаул', 'ул Попова'],
  kladr: '22000001000005900',
};
const nothing: AddressParts = {
  house: '',
  block: '',
  flat: '',
};

describe('addressOfParts', () => {
  it.each<[what: string, texts: string[], parts: Partial<AddressParts>, address: Address | undefined]>([
    ['nothing', ['', ''], {}, undefined],
    ['what was typed', [' Заимка', ''], { house: '3' }, { line: 'Заимка, 3', house: '3', manual: true }],
    [
      'a place with its codes',
      ['Барнаул', ''],
      { locality: place },
      { line: 'Барнаул', kladr: place.kladr, okato: '01401000000', postcode: '656000', manual: false },
    ],
    [
      'a street that was typed, without the postcode of the place',
      ['Барнаул', 'Новая'],
      { house: '5', locality: place },
      { line: 'Барнаул, Новая, 5', kladr: place.kladr, okato: '01401000000', house: '5', manual: true },
    ],
    [
      'a house in a chosen street',
      ['Барнаул', 'ул Попова'],
      { locality: place, street, house: '29', block: '2', flat: '5', houseData: { postcode: '656065' } },
      {
        line: 'Барнаул, ул Попова, 29к2, кв 5',
        kladr: street.kladr,
        postcode: '656065',
        house: '29к2',
        flat: '5',
        manual: false,
      },
    ],
    [
      'a house that is not listed, as a manual one',
      ['Барнаул', 'ул Попова'],
      { locality: place, street, house: '900', houseData: { house: '900', listed: false } },
      { line: 'Барнаул, ул Попова, 900', kladr: street.kladr, house: '900', manual: true },
    ],
    [
      'a house of a place without streets',
      ['Барнаул', ''],
      {
        locality: { ...place, hasStreets: false },
        house: '5',
        houseData: { house: '5', postcode: '656001' },
      },
      {
        ...{ line: 'Барнаул, 5', kladr: place.kladr, okato: '01401000000', postcode: '656001' },
        ...{ house: '5', manual: false },
      },
    ],
    [
      'a house behind a place, where nobody knows its street',
      ['Барнаул', ''],
      { locality: place, house: '5' },
      { line: 'Барнаул, 5', kladr: place.kladr, okato: '01401000000', house: '5', manual: true },
    ],
  ])('is %s', (_what, texts, parts, address) => {
    const addresses = { readHouse: readCertainHouse };
    expect(addressFromParts({ ...nothing, ...parts }, texts, addresses)).toEqual(address);
  });
});

describe('houseOf', () => {
  it.each([
    ['29', '2', '29к2'],
    ['29', 'стр 1', '29стр1'],
    [' 29 ', '', '29'],
  ])('%s and %s is %s', (house, block, number) => {
    expect(houseWithBlock({ house, block })).toBe(number);
  });
});

describe('inPlace', () => {
  it('calls a street without the names of the place, and keeps its marks', () => {
    const found: Suggestion = {
      line: 'Барнаул, с Власиха, ул Мамонтова',
      names: ['Барнаул', 'с Власиха', 'ул Мамонтова'],
      kind: 'street',
      kladr: '22000001003000100',
      sure: 'prefix',
      marks: [
        [0, 4],
        [23, 27],
      ],
      parts: [],
    };
    expect(withoutLocalityNames(found, place)).toMatchObject({
      line: 'с Власиха, ул Мамонтова',
      marks: [[14, 18]],
    });
  });
});
