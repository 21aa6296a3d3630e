import { describe, expect, it, vi } from 'vitest';

import { TEST_INDEX_URL, encodeIndex, memoryFetch } from '../build/index-for-tests.ts';
import type { AddressRow, LocalityRow, RegionRows } from '../build/dataset.ts';
import { openAddressIndex } from './reader.ts';

const addressRow = (
  code: string,
  type: string,
  name: string,
  more: Partial<AddressRow> = {},
): AddressRow => ({
  ...{ code, type, name, postcode: '', okato: '', oktmo: '', houses: [] },
  ...more,
});
const localityRow = (code: string, type: string, name: string, status = 0): LocalityRow => ({
  ...addressRow(code, type, name),
  status,
});
const region = (code: string, type: string, name: string, rows: Partial<RegionRows>): RegionRows => ({
  ...{ region: code, streets: [], former: [] },
  ...rows,
  localities: [localityRow(`${code}000000000`, type, name), ...(rows.localities ?? [])],
});

const OBLAST = region('50', 'обл', 'Московская', {
  localities: [
    localityRow('50001000000', 'р-н', 'Балашихинский'),
    localityRow('50001001000', 'г', 'Балашиха', 1),
    localityRow('50001002000', 'г', 'Реутов'),
    localityRow('50001002001', 'п', 'Калинин'),
  ],
  streets: [
    addressRow('500010010000001', 'ул', 'Ленина', {
      postcode: '143900',
      oktmo: '46704000001',
      houses: [{ list: 'Ч(2-998),65/1', postcode: '143900', okato: '46204501000' }],
    }),
    addressRow('500010020000001', 'ул', 'Победы'),
  ],
  former: [
    { code: '50001002000', type: 'с', name: 'Горелово' },
    { code: '500010010000001', type: 'ул', name: 'Купеческая' },
  ],
});
const CITY = region('77', 'г', 'Москва', {
  localities: [localityRow('77000002000', 'г', 'Зеленоград'), localityRow('77000003000', 'г', 'Московский')],
  streets: [
    addressRow('770000000000001', 'ул', 'Тверская', {
      houses: [
        { list: 'Н(1-53)', postcode: '125009', okato: '45286585000' },
        { list: 'Ч(2-14),18к2стр2', postcode: '125032', okato: '' },
        { list: 'Другие', postcode: '125047', okato: '' },
      ],
    }),
    addressRow('770000020000001', 'ул', 'Юности'),
  ],
});
const TYPES = new Map([
  ['ул', 'улица'],
  ['г', 'город'],
  ['обл', 'область'],
  ['р-н', 'район'],
  ['п', 'поселок'],
]);
const FILES = encodeIndex([OBLAST, CITY], TYPES);
const open = () => openAddressIndex(TEST_INDEX_URL, memoryFetch(FILES));
const first = async (...question: Parameters<ReturnType<typeof open>['suggest']>) =>
  (await open().suggest(...question))[0]?.line;

describe('an index of two regions', () => {
  it('looks in Москва for what Московская область does not have', async () => {
    expect(await first('зеленоград юности', { within: '50' })).toBe('Зеленоград, ул Юности');
    expect(await first('москва тверская 7', { within: '50' })).toBe('Москва, ул Тверская, 7');
    expect(await open().suggest('балашиха ленина', { within: '77' })).toEqual([]);
  });

  it('stays in a district of the one region, whatever the other has', async () => {
    expect(await open().suggest('зеленоград', { within: '50001' })).toEqual([]);
  });

  it('looks where the words name a region or a town of it, else near', async () => {
    expect(await first('балашиха ленина')).toBe('Балашиха, ул Ленина');
    expect(await first('зеленоград')).toBe('Зеленоград');
    expect(await first('юности', { near: '77' })).toBe('Зеленоград, ул Юности');
  });

  it('says that it has no such region', async () => {
    await expect(open().suggest('барнаул', { within: '22' })).rejects.toMatchObject({ reason: 'outdated' });
    expect(await open().resolve('2200000100000')).toBeUndefined();
    expect(await open().postcode('22000001000000100', '1')).toBeUndefined();
  });

  it.each([
    ['7', '125009', true],
    ['8', '125032', true],
    ['18 корп. 2 стр. 2', '125032', true],
    ['55', '125047', false],
    ['7а', '125009', false],
  ])('knows the postcode of house %s', async (house, postcode, listed) => {
    expect(await open().postcode('77000000000000100', house)).toBe(postcode);
    expect(await open().parse(`москва, ул тверская, ${house}`, { within: '77' })).toMatchObject({
      ...{ kind: 'house', postcode, listed, kladr: '77000000000000100' },
    });
  });

  it('gives the codes of a house', async () => {
    expect(await open().parse('балашиха ленина 65/1 кв 8', { within: '50' })).toMatchObject({
      line: 'Балашиха, ул Ленина, 65/1, кв 8',
      ...{ kladr: '50001001000000100', okato: '46204501000', oktmo: '46704000001', postcode: '143900' },
      ...{ house: '65/1', flat: '8', listed: true, sure: 'exact' },
    });
  });

  it.each([
    ['купеческая', 'Балашиха, ул Ленина', 'ул Купеческая'],
    ['горелово', 'Реутов', 'с Горелово'],
    ['горелово победы', 'Реутов, ул Победы', 'с Горелово'],
  ])('answers the former name «%s» with the current one', async (query, line, former) => {
    expect((await open().suggest(query, { within: '50' }))[0]).toMatchObject({ line, former });
    expect((await open().suggest(line, { within: '50' }))[0]).not.toHaveProperty('former');
  });
});

describe('within', () => {
  const districts = '{"balashiha":"50001","zelenograd":"7700000200000"}';
  const withDistricts = () =>
    openAddressIndex(
      TEST_INDEX_URL,
      memoryFetch(new Map(FILES).set('districts.json', Buffer.from(districts))),
    );

  it('may be a name from districts.json', async () => {
    expect(await withDistricts().suggest('ленина', { within: 'balashiha' })).toHaveLength(1);
    expect(await withDistricts().suggest('юности', { within: 'zelenograd' })).toHaveLength(1);
    expect(await withDistricts().suggest('балашиха', { within: 'zelenograd' })).toEqual([]);
  });

  it('is a mistake of the page when it is a name that nobody knows', async () => {
    await expect(withDistricts().suggest('ленина', { within: 'barnaul' })).rejects.toBeInstanceOf(RangeError);
    await expect(open().suggest('ленина', { within: 'balashiha' })).rejects.toBeInstanceOf(RangeError);
    await expect(open().prefetch('balashiha')).rejects.toBeInstanceOf(RangeError);
  });
});

describe('without a connection', () => {
  it('makes do with the manifest and the files that the browser kept', async () => {
    const read = memoryFetch(FILES);
    const cachedFetch = vi.fn<typeof fetch>((input, init) =>
      init?.cache === 'force-cache' ? read(input, init) : Promise.reject(new TypeError('Failed to fetch')),
    );
    const suggestions = await openAddressIndex(TEST_INDEX_URL, cachedFetch).suggest('балашиха ленина', {
      within: '50',
    });
    expect(suggestions[0]?.line).toBe('Балашиха, ул Ленина');
    expect(cachedFetch.mock.calls.slice(0, 2).map(([input, init]) => [input, init?.cache])).toEqual([
      [new URL('manifest.json', TEST_INDEX_URL), 'no-cache'],
      [new URL('manifest.json', TEST_INDEX_URL), 'force-cache'],
    ]);
  });

  it('is offline where the browser kept nothing', async () => {
    const nothing = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(openAddressIndex(TEST_INDEX_URL, nothing).suggest('москва')).rejects.toMatchObject({
      reason: 'offline',
    });
  });
});
