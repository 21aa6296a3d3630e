import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { folderFetch } from '../build/folder-fetch.ts';
import { importAddresses } from '../build/import.ts';
import { openAddressIndex } from './reader.ts';

const BASE = new URL('https://example.org/addresses/');
const FROM = 'content/addresses';
let folder = '';
const fresh = async () => {
  const out = mkdtempSync(join(tmpdir(), 'okno-addresses-'));
  await importAddresses({ from: FROM, out });
  return out;
};
const open = (fetcher = folderFetch(folder)) => openAddressIndex(BASE, fetcher);
/** The street file that Барнаул has to itself, or Бийск. */
const bundleOf = async (out: string, town: string) => {
  const asked: string[] = [];
  const read = folderFetch(out);
  await open((input, init) => {
    asked.push(new Request(input).url);
    return read(input, init);
  }).suggest(`${town} сов`);
  return join(
    out,
    asked
      .find((url) => url.includes('/22b-'))
      ?.split('/')
      .at(-1) ?? '',
  );
};

beforeAll(async () => {
  folder = await fresh();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('suggest', () => {
  it.each([
    ['барн лен 12', 'Барнаул, пр-кт Ленина, 12'],
    ['ленина барнаул', 'Барнаул, пр-кт Ленина'],
    ['лен бар', 'Барнаул, пр-кт Ленина'],
    [',fhy kty', 'Барнаул, пр-кт Ленина'],
    ['барнаул', 'Барнаул'],
    ['Барнаул, пр-кт Ленина, ', 'Барнаул, пр-кт Ленина'],
    ['проспект ленина барнаул', 'Барнаул, пр-кт Ленина'],
    ['барнаул пр. Ленина', 'Барнаул, пр-кт Ленина'],
    ['барнаул ул ленина 5', 'Барнаул, пр-кт Ленина, 5'],
    ['бийск ленина', 'Бийск, ул Ленина'],
    ['барн поп 70Д', 'Барнаул, ул Попова, 70д'],
    ['барн поп 72к2 кв 5', 'Барнаул, ул Попова, 72к2, кв 5'],
    ['павловский тракт', 'Барнаул, тракт Павловский'],
    ['павловск ленина 5', 'Павловский р-н, с Павловск, ул Ленина, 5'],
    ['павловский район', 'Павловский р-н, с Павловск'],
    ['первомайский березовка', 'Первомайский р-н, с Березовка'],
    ['первомайский берёзовка советская', 'Первомайский р-н, с Березовка, ул Советская'],
    ['рубцовский березовка степ', 'Рубцовский р-н, п Березовка, ул Степная'],
    ['власиха мамонтова', 'Барнаул, с Власиха, ул Мамонтова'],
    ['ветеранов 2', 'Барнаул, ул Ветеранов 2-я'],
    ['2-я западная 3', 'Барнаул, ул Западная 2-я, 3'],
    ['8 марта 8', 'Барнаул, ул 8 Марта, 8'],
    ['40 лет октября', 'Барнаул, ул 40 лет Октября'],
    ['барн 80 гв', 'Барнаул, ул 80 Гвардейской Дивизии'],
    ['3 интернационал', 'Каменский р-н, п 3 Интернационал'],
    ['камень-на-оби терешковой', 'Камень-на-Оби, ул Терешковой'],
    ['барнаул 8 м', 'Барнаул, ул 8 Марта'],
    ['михайловка 5', 'Каменский р-н, п Михайловка, 5'],
    ['барнвул ленена', 'Барнаул, пр-кт Ленина'],
    ['новоалтаск', 'Новоалтайск'],
    ['социалистичский', 'Барнаул, пр-кт Социалистический'],
    [
      '656049, Алтайский край, г. Барнаул, пр-кт Ленина, д. 29 корп. 2, кв. 12',
      'Барнаул, пр-кт Ленина, 29к2, кв 12',
    ],
  ])('answers «%s» with «%s» first', async (query, line) => {
    expect((await open().suggest(query))[0]?.line).toBe(line);
  });

  it.each([
    '',
    '   ',
    'ъъъъ',
    'нет такого места',
    '<script>alert(1)</script>',
    '(.*)+[',
    '😀',
    'а'.repeat(10_000),
    '1'.repeat(500),
  ])('has nothing for %j', async (query) => {
    expect(await open().suggest(query)).toEqual([]);
  });

  it('gives codes, marks and parts', async () => {
    const [first] = await open().suggest('барн ленингр 12а кв 5');
    expect(first).toEqual({
      line: 'Барнаул, ул Ленинградская, 12а, кв 5',
      names: ['Барнаул', 'ул Ленинградская'],
      kind: 'house',
      kladr: expect.stringMatching(/^22000001000\d{4}00$/) as string,
      okato: '01401000000',
      postcode: '656016',
      house: '12а',
      flat: '5',
      sure: 'prefix',
      parts: [
        { level: 'region', name: 'Алтайский', type: 'край', kladr: '2200000000000' },
        { level: 'town', name: 'Барнаул', type: 'г', kladr: '2200000100000' },
        { level: 'street', name: 'Ленинградская', type: 'ул', kladr: '22000001000004100' },
      ],
      marks: [
        [0, 4],
        [12, 19],
        [27, 30],
        [32, 36],
      ],
    });
  });

  it('gives no postcode to a street whose houses have several', async () => {
    const [lenina] = await open().suggest('барнаул ленина');
    expect(lenina).not.toHaveProperty('postcode');
  });

  it('shows every namesake, and only current names', async () => {
    const lines = (await open().suggest('березовка')).map(({ line }) => line);
    expect(lines).toHaveLength(3);
    expect(await open().suggest('белоярск')).toMatchObject([{ line: 'Новоалтайск, ул Белоярская' }]);
    expect(await open().suggest('барнаул л.толстого')).toMatchObject([{ line: 'Барнаул, ул Льва Толстого' }]);
  });

  it.each(['22032', '2203200000000', '22032000001', '2203200000100'])('stays within %s', async (within) => {
    const suggestions = await open().suggest('ленина', { within });
    expect(suggestions[0]?.line).toBe('Павловский р-н, с Павловск, ул Ленина');
    for (const { kladr } of suggestions) expect(kladr.startsWith('22032')).toBe(true);
    expect(await open().suggest('барнаул', { within })).toEqual([]);
  });

  it('fetches three files for a town, a street and a house, and none for further letters', async () => {
    const fetcher = vi.fn(folderFetch(folder));
    const addresses = open(fetcher);
    await addresses.suggest('барн лен 12');
    expect(fetcher).toHaveBeenCalledTimes(3);
    await addresses.suggest('барн ленинградская 12');
    expect(fetcher).toHaveBeenCalledTimes(3);
  });

  it('stops when it is aborted', async () => {
    const abort = new AbortController();
    const answer = open().suggest('барн лен', { signal: abort.signal });
    abort.abort();
    await expect(answer).rejects.toThrow('aborted');
  });
});

describe('what else can be asked', () => {
  it.each([
    ['22000001000004000', 'Барнаул, пр-кт Ленина'],
    ['220000010000040', 'Барнаул, пр-кт Ленина'],
    ['2200000100000', 'Барнаул'],
    ['22000001000', 'Барнаул'],
    ['2203200000000', 'Павловский р-н'],
    ['2203200000100', 'Павловский р-н, с Павловск'],
    ['22000001000999900', undefined],
    ['2299900000000', undefined],
    ['9900000000000', undefined],
    ['22', undefined],
    ['', undefined],
    ['барнаул', undefined],
  ])('resolves «%s»', async (code, line) => {
    expect((await open().resolve(code))?.line).toBe(line);
  });

  it('parses a line into one address, or none', async () => {
    expect(
      await open().parse('656049, Алтайский край, г. Барнаул, пр-кт Ленина, д. 29 корп. 2, кв. 12'),
    ).toMatchObject({ kladr: '22000001000004000', house: '29к2', flat: '12', listed: false });
    expect(await open().parse('ъъъъ')).toBeUndefined();
  });

  it('finds what has a postcode', async () => {
    for (const { kladr, postcode = '656049' } of await open().suggest('656049')) {
      expect(kladr.startsWith('22000001000')).toBe(true);
      expect(postcode).toBe('656049');
    }
    expect((await open().suggest('656049 лен')).map(({ line }) => line)).toContain('Барнаул, пр-кт Ленина');
    expect(await open().suggest('999999')).toEqual([]);
  });

  it.each([
    ['22040', 'Рубцовский р-н, п Березовка'],
    ['2203400000500', 'Первомайский р-н, с Березовка'],
    ['22000001000004000', 'Барнаул, п Березовка'],
  ])('brings first what is near to %s', async (near, line) => {
    expect((await open().suggest('березовка', { near }))[0]?.line).toBe(line);
  });

  it.each([
    ['district', 'первомайский', ['Первомайский р-н']],
    ['town', 'ба', ['Барнаул']],
    ['locality', 'павловск ленина', []],
    ['street', 'барн лен 12', ['Барнаул, пр-кт Ленина', 'Барнаул, ул Ленинградская']],
  ] as const)('suggests nothing finer than a %s', async (bounds, query, lines) => {
    expect((await open().suggest(query, { bounds })).map(({ line }) => line)).toEqual(lines);
  });

  it('suggests as many as it is asked for', async () => {
    for (const limit of [1, 3, 10]) expect(await open().suggest('барнаул с', { limit })).toHaveLength(limit);
  });
});

describe('when files of the index do not come', () => {
  it('is offline, and well again when the connection is back', async () => {
    let connected = false;
    const addresses = open((...request) =>
      connected ? folderFetch(folder)(...request) : Promise.reject(new TypeError('Failed to fetch')),
    );
    await expect(addresses.suggest('барн лен')).rejects.toMatchObject({
      name: 'AddressesError',
      reason: 'offline',
    });
    connected = true;
    expect(await addresses.suggest('барн лен')).not.toEqual([]);
  });

  it('is offline when the server is out of order', async () => {
    const addresses = open(() => Promise.resolve(new Response('', { status: 503 })));
    await expect(addresses.suggest('барн')).rejects.toMatchObject({ reason: 'offline' });
  });

  it.each([429, 500, 502, 503])(
    'asks past the cache where it holds an answer with status %i',
    async (status) => {
      const addresses = open((input, init) =>
        init?.cache === 'force-cache'
          ? Promise.resolve(new Response('', { status }))
          : folderFetch(folder)(input, init),
      );
      expect(await addresses.suggest('барн лен')).not.toEqual([]);
    },
  );

  it('reads the new manifest once when a file is gone', async () => {
    const out = await fresh();
    const addresses = open(folderFetch(out));
    await addresses.suggest('барнаул');
    rmSync(await bundleOf(out, 'бийск'));
    await expect(addresses.suggest('бийск сов')).rejects.toMatchObject({ reason: 'outdated' });
    await importAddresses({ from: FROM, out });
    expect(await addresses.suggest('бийск сов')).not.toEqual([]);
    rmSync(out, { recursive: true });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut', (bytes) => bytes.subarray(0, -5)],
    ['altered', (bytes) => Buffer.from(bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte)))],
    ['replaced by a page', () => Buffer.from('<!doctype html><title>404</title>')],
    ['empty', () => Buffer.alloc(0)],
  ])('refuses a bundle that was %s', async (_how, change) => {
    const out = await fresh();
    const bundle = await bundleOf(out, 'барнаул');
    writeFileSync(bundle, change(readFileSync(bundle)));
    await expect(open(folderFetch(out)).suggest('барн лен')).rejects.toMatchObject({ reason: 'outdated' });
    expect(await open(folderFetch(out)).suggest('бийск сов')).not.toEqual([]);
    rmSync(out, { recursive: true });
  });

  it.each([
    '',
    '<!doctype html>',
    '{}',
    'null',
    '{"format":1,"date":"2026-01-01","regions":{}}',
    '{"format":2,"date":"2026-01-01","regions":{}}',
    '{"format":3,"date":"2026-01-01","regions":{}}',
  ])('refuses the manifest %j', async (text) => {
    const addresses = open(() => Promise.resolve(new Response(text)));
    await expect(addresses.suggest('барн')).rejects.toMatchObject({ reason: 'outdated' });
  });

  it('makes do with the length where the page has no crypto.subtle', async () => {
    vi.stubGlobal('crypto', {});
    expect(await open().suggest('барн лен')).not.toEqual([]);
    vi.unstubAllGlobals();
  });
});
