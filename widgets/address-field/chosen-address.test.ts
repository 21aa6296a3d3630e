import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { readCertainHouse } from '../addresses/suggest/look-up-reading.ts';
import { AddressSchema } from '../contract/values/schemas.ts';
import { addressFromText, chosenAddressOf, withoutHouse, type ChosenAddress } from './chosen-address.ts';
import { parseAddress, addressFormData } from './value.ts';

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

const reader = { readHouse: readCertainHouse };

describe('addressOf', () => {
  it.each([
    ['Барнаул, ул Попова', undefined, undefined, false],
    ['Барнаул, ул Попова, ', undefined, undefined, false],
    ['Барнаул, ул Попова, 70Д, кв 12', '70д', '12', false],
    ['Барнаул, ул Попова 29 корп. 2', '29к2', undefined, false],
    ['Барнаул, ул Попова, за мостом', undefined, undefined, true],
  ])('reads what is typed behind a street: «%s»', (text, number, flat, manual) => {
    const address = addressFromText(text, street, reader);
    expect([address?.house, address?.flat, address?.manual]).toEqual([number, flat, manual]);
    expect(address?.kladr).toBe(street.kladr);
  });

  it('keeps no code where another street stands', () => {
    expect(addressFromText('Барнаул, ул Поповаъ', street, reader)).toEqual({
      line: 'Барнаул, ул Поповаъ',
      manual: true,
    });
  });

  it('is manual, with the codes of the town, where the street is not in the data', () => {
    const town = { names: ['Барнаул'], kladr: '2200000100000', okato: '01401000000', postcode: '656000' };
    const line = 'Барнаул, ул Новейшая, 5';
    const { kladr, okato } = town;
    expect(addressFromText(line, { ...town, line }, reader)).toEqual({ line, kladr, okato, manual: true });
  });

  it('keeps the GUID and ОКТМО of the street, whichever house stands behind it', () => {
    const codes = { fias: '1a2b3c4d-0000-4000-8000-00000000000f', oktmo: '01701000001' };
    const chosen = { ...house, ...codes };
    expect(withoutHouse(chosen)).toMatchObject(codes);
    for (const ending of ['', ', кв 5', ', стр 5'])
      expect(addressFromText(house.line + ending, chosen, reader)).toMatchObject(codes);
    expect(v.is(AddressSchema, addressFromText(house.line, chosen, reader))).toBe(true);
  });

  it('does not take the postcode of a place for that of a house that nobody knows', () => {
    const town = {
      line: 'Барнаул',
      names: ['Барнаул'],
      kladr: '2200000100000',
      postcode: '656000',
    };
    expect(addressFromText('Барнаул, Новая, 5', town, reader)).toMatchObject({
      kladr: '2200000100000',
      manual: true,
    });
    expect(addressFromText('Барнаул, Новая, 5', town, reader)).not.toHaveProperty('postcode');
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
    const address = parseAddress(JSON.parse(JSON.stringify(addressFromText(house.line, house, reader))));
    expect(address && chosenAddressOf(address)).toEqual(house);
  });

  it('has its names, however the house was written', () => {
    const typed = addressFromText('Барнаул, ул Попова, 70Д, кв 12', street, reader);
    expect(typed && chosenAddressOf(typed)).toMatchObject({ house: '70д', names: street.names });
  });

  it('has no names where they cannot be told from the rest', () => {
    const address = addressFromText('Барнаул, ул Попова 29 корп. 2', street, reader);
    expect(address && chosenAddressOf(address)).toMatchObject({ house: '29к2', names: [] });
  });

  it.each([null, 7, 'Барнаул', [], {}, { line: 7 }, { line: '' }])('is none in %j', (data) => {
    expect(parseAddress(data)).toBeUndefined();
  });

  it('is a manual one where it does not say otherwise', () => {
    expect(parseAddress({ line: 'Барнаул', kladr: 5, house: '' })).toEqual({ line: 'Барнаул', manual: true });
  });
});

describe('entriesOf', () => {
  it('names what is known', () => {
    expect(Object.fromEntries(addressFormData('home', { line: 'Барнаул', flat: '5', manual: true }))).toEqual(
      {
        home: 'Барнаул',
        'home.flat': '5',
        'home.manual': 'true',
      },
    );
  });
});
