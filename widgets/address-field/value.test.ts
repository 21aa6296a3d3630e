import { beforeAll, describe, expect, it } from 'vitest';

import { sharedAddresses } from './readers.ts';
import { addressIn, addressOf, entriesOf, streetOf, suggestionIn, type Known } from './value.ts';

const street: Known = {
  line: 'Барнаул, ул Попова',
  kind: 'street',
  kladr: '22000001000005900',
  okato: '01401000000',
};
const house: Known = {
  ...street,
  line: 'Барнаул, ул Попова, 70Д',
  kind: 'house',
  house: '70Д',
  postcode: '656065',
};

// Houses are told from the rest by the code that suggests: nothing was chosen before it came.
beforeAll(async () => {
  await sharedAddresses(new URL('http://localhost:1/'));
});

describe('addressOf', () => {
  it.each([
    ['Барнаул, ул Попова', undefined, undefined, false],
    ['Барнаул, ул Попова, ', undefined, undefined, false],
    ['Барнаул, ул Попова, 70Д, кв 12', '70д', '12', false],
    ['Барнаул, ул Попова 29 корп. 2', '29к2', undefined, false],
    ['Барнаул, ул Попова, за мостом', undefined, undefined, true],
  ])('reads what is typed behind a street: «%s»', (text, number, flat, manual) => {
    const address = addressOf(text, street);
    expect([address?.house, address?.flat, address?.manual]).toEqual([number, flat, manual]);
    expect(address?.kladr).toBe(street.kladr);
  });

  it('keeps no code where another street stands', () => {
    expect(addressOf('Барнаул, ул Поповаъ', street)).toEqual({ line: 'Барнаул, ул Поповаъ', manual: true });
  });

  it('does not take the postcode of a place for that of a house that nobody knows', () => {
    const town: Known = { line: 'Барнаул', kind: 'locality', kladr: '2200000100000', postcode: '656000' };
    expect(addressOf('Барнаул, Новая, 5', town)).toMatchObject({ kladr: '2200000100000', manual: true });
    expect(addressOf('Барнаул, Новая, 5', town)).not.toHaveProperty('postcode');
  });
});

describe('streetOf', () => {
  it('is what stands before the house', () => {
    expect(streetOf({ ...house, line: `${house.line}, кв 5` })).toEqual({
      line: street.line,
      kind: 'street',
      kladr: street.kladr,
    });
    expect(streetOf(street)).toBeUndefined();
  });
});

describe('an address that was kept', () => {
  it('is the suggestion again', () => {
    const address = addressIn(JSON.parse(JSON.stringify(addressOf(house.line, house))));
    expect(address && suggestionIn(address)).toEqual(house);
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
