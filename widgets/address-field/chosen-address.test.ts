import { describe, expect, it } from 'vitest';

import { openAddresses } from '../addresses/suggest/reader.ts';
import { addressOf, chosenIn, withoutHouse, type ChosenAddress } from './chosen-address.ts';
import { addressIn, entriesOf } from './value.ts';

const street: ChosenAddress = {
  line: 'Барнаул, ул Попова',
  names: ['Барнаул', 'ул Попова'],
  kladr: '22000001000005900',
  okato: '01401000000',
};
const house: ChosenAddress = {
  ...street,
  line: 'Барнаул, ул Попова, 70Д',
  house: '70Д',
  postcode: '656065',
};

const reader = openAddresses(new URL('http://localhost:1/'));

describe('addressOf', () => {
  it.each([
    ['Барнаул, ул Попова', undefined, undefined, false],
    ['Барнаул, ул Попова, ', undefined, undefined, false],
    ['Барнаул, ул Попова, 70Д, кв 12', '70д', '12', false],
    ['Барнаул, ул Попова 29 корп. 2', '29к2', undefined, false],
    ['Барнаул, ул Попова, за мостом', undefined, undefined, true],
  ])('reads what is typed behind a street: «%s»', (text, number, flat, manual) => {
    const address = addressOf(text, street, reader);
    expect([address?.house, address?.flat, address?.manual]).toEqual([number, flat, manual]);
    expect(address?.kladr).toBe(street.kladr);
  });

  it('keeps no code where another street stands', () => {
    expect(addressOf('Барнаул, ул Поповаъ', street, reader)).toEqual({
      line: 'Барнаул, ул Поповаъ',
      manual: true,
    });
  });

  it('does not take the postcode of a place for that of a house that nobody knows', () => {
    const town = {
      line: 'Барнаул',
      names: ['Барнаул'],
      kladr: '2200000100000',
      postcode: '656000',
    };
    expect(addressOf('Барнаул, Новая, 5', town, reader)).toMatchObject({
      kladr: '2200000100000',
      manual: true,
    });
    expect(addressOf('Барнаул, Новая, 5', town, reader)).not.toHaveProperty('postcode');
  });
});

describe('withoutHouse', () => {
  it('is what stands before the house', () => {
    expect(withoutHouse({ ...house, line: `${house.line}, кв 5` })).toEqual({
      line: street.line,
      names: street.names,
      kladr: street.kladr,
    });
    expect(withoutHouse(street)).toBeUndefined();
  });
});

describe('an address that was kept', () => {
  it('is what was chosen again', () => {
    const address = addressIn(JSON.parse(JSON.stringify(addressOf(house.line, house, reader))));
    expect(address && chosenIn(address)).toEqual(house);
  });

  it('has its names, however the house was written', () => {
    const typed = addressOf('Барнаул, ул Попова, 70Д, кв 12', street, reader);
    expect(typed && chosenIn(typed)).toMatchObject({ house: '70д', names: street.names });
  });

  it('has no names where they cannot be told from the rest', () => {
    const address = addressOf('Барнаул, ул Попова 29 корп. 2', street, reader);
    expect(address && chosenIn(address)).toMatchObject({ house: '29к2', names: [] });
  });

  it.each([null, 7, 'Барнаул', [], {}, { line: 7 }, { line: '' }])('is none in %j', (data) => {
    expect(addressIn(data)).toBeUndefined();
  });

  it('is a manual one where it does not say otherwise', () => {
    expect(addressIn({ line: 'Барнаул', kladr: 5, house: '' })).toEqual({ line: 'Барнаул', manual: true });
  });
});

describe('entriesOf', () => {
  it('names what is known', () => {
    expect(Object.fromEntries(entriesOf('home', { line: 'Барнаул', flat: '5', manual: true }))).toEqual({
      home: 'Барнаул',
      'home.flat': '5',
      'home.manual': 'true',
    });
  });
});
