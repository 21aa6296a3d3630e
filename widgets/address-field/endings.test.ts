import { describe, expect, it } from 'vitest';

import { readCertainHouse } from '../addresses/suggest/look-up-reading.ts';
import { addressFromText, type ChosenAddress } from './chosen-address.ts';

const street: ChosenAddress = {
  line: 'Барнаул, ул Ленина',
  names: ['Барнаул', 'ул Ленина'],
  kladr: '22000001000004000',
};
const reader = { readHouse: readCertainHouse };

/** What is sent for a text behind the street: house and flat; «–» for a manual address without a house. */
function sentFor(ending: string): string {
  const { house, flat, manual, kladr, line } = addressFromText(street.line + ending, street, reader) ?? {};
  expect([kladr, line]).toEqual([street.kladr, (street.line + ending).trim()]);
  expect(manual).toBe(house === undefined);
  return manual ? '–' : [house, ...(flat ? [`кв ${flat}`] : [])].join(', ');
}

/** Houses as they are typed, and as they are sent. */
const HOUSES: [typed: string, house: string][] = [
  ['12', '12'],
  ['д 12', '12'],
  ['д.12', '12'],
  ['дом № 12', '12'],
  ['жилой дом 12', '12'],
  ['вл. 12', '12'],
  ['двлд 12', '12'],
  ['домовладение 12', '12'],
  ['зд. 12', '12'],
  ['12А', '12а'],
  ['12-а', '12а'],
  ['12 «А»', '12а'],
  ['12 a', '12а'],
  ['12 лит. А', '12а'],
  ['12/3', '12/3'],
  ['12\\3', '12/3'],
  ['12 дробь 3', '12/3'],
  ['16/а', '16/а'],
  ['46_48стр1', '46_48стр1'],
  ['46-48 стр. 1', '46-48стр1'],
  ['12 корп. 3', '12к3'],
  ['55 k3', '55к3'],
  ['12 корпус А', '12ка'],
  ['д. 12А, стр. 1А', '12астр1а'],
  ['12 стр 1 корп 2', '12к2стр1'],
  ['12 соор. 14/2', '12соор14/2'],
];

/** What is typed behind a house, and the flat in it. */
const BEHIND: [typed: string, flat: string][] = [
  ['', ''],
  [', кв 5', '5'],
  [' кв.5', '5'],
  [', квартира № 5а', '5а'],
  [', 5', '5'],
  [' - 5', '5'],
  [', подъезд 3, кв 5', '5'],
  [', 3 подъезд, 2-й этаж, кв 5', '5'],
  [', кв. 5, ком. 2', '5'],
  [', этаж 3', ''],
  [', 3 этаж', ''],
  [' блок 2', ''],
  [', домофон 45', ''],
  [', код 12К34', ''],
  [' а/я 7', ''],
  [', пом. 5-Н', ''],
  [', офис 301', ''],
  [', гараж 7', ''],
];

/** What is not wholly understood, or no house, or one that only the data can tell. */
const NO_HOUSE = [
  ...['стр 191', 'стр191', 'корп 3', 'к1', 'к9стр1', 'гараж 7', 'участок 12 литер 3', 'з/у 5', 'соор14/2'],
  ...['А', 'литера Б', 'А101', '12-14', '12-4', '3 этаж', 'этаж 3', 'подъезд 2', 'кв 5', 'код 1234', 'а/я 7'],
  ...['12 км', 'км 12', 'за мостом', '12 за мостом', '12, вход со двора', '12 и 14', '12, 14, 16', '12 кв'],
  ...[
    '12 корп',
    '12 стр.',
    '12 п. 5',
    '12 кв 5 к 2',
    '12 кв 5 кв 6',
    '12 д 14',
    '12, дом 14',
    'б/н',
    'д. б/н',
  ],
  ...[
    '2-я',
    '1-й проезд, 12',
    '12 Барнаул',
    '12, 656049',
    '123456',
    '12 гск 5',
    '7гск',
    '2а8',
    '12 к',
    'дв 12',
  ],
  ...['ул Мира 5', '12 строение', '12 корпус два', '№', 'дом', '12?', '12 напротив 14'],
];

describe('the house behind a chosen street', () => {
  it.each(HOUSES)('of «%s» is «%s», whatever stands behind it', (typed, house) => {
    for (const separator of [', ', ' '])
      for (const [behind, flat] of BEHIND)
        expect([behind, sentFor(separator + typed + behind)]).toEqual([
          behind,
          [house, ...(flat ? [`кв ${flat}`] : [])].join(', '),
        ]);
  });

  it.each(NO_HOUSE)('is none in «%s»', (typed) => {
    expect(sentFor(`, ${typed}`)).toBe('–');
    expect(sentFor(` ${typed}`)).toBe('–');
  });

  it('is the chosen one, as long as it is there', () => {
    const house = { ...street, line: `${street.line}, 46_48стр1`, house: '46_48стр1', postcode: '656043' };
    const address = (behind: string) => addressFromText(house.line + behind, house, reader);
    expect(address(', кв 5')).toMatchObject({
      house: '46_48стр1',
      flat: '5',
      postcode: '656043',
      manual: false,
    });
    expect(address(' корп 2')).toEqual({
      ...{ line: `${house.line} корп 2`, kladr: street.kladr, manual: false },
      house: '46_48к2стр1',
    });
    expect(address(', за мостом')).toEqual({
      ...{ line: `${house.line}, за мостом`, kladr: street.kladr, manual: true },
    });
  });

  it('is one that only the data can tell, where they list it', () => {
    const listed = { ...street, line: `${street.line}, стр191`, house: 'стр191' };
    expect(addressFromText(`${listed.line}, кв 5`, listed, reader)).toMatchObject({
      house: 'стр191',
      flat: '5',
    });
  });
});
