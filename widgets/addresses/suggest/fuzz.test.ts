import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  indexAtShare,
  gzipBomb,
  DAMAGES,
  packText,
  withReplacedFile,
  unpackText,
} from '../build/damage-for-tests.ts';
import type { FileContents } from '../build/index-writer.ts';
import {
  TEST_INDEX_URL,
  DEMO_ADDRESSES_FOLDER,
  testDistributions,
  encodeIndex,
  buildTestIndex,
  memoryFetch,
  type TestIndex,
} from '../build/index-for-tests.ts';
import { checkProperty } from '../../../tests/random-examples.ts';
import { AddressesError } from '../index/errors.ts';
import { normalizeHouse } from '../index/house-number.ts';
import { parseQuery } from '../search/parse-query.ts';
import { openAddressIndex } from './reader.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
let files: FileContents = new Map();

beforeAll(async () => {
  process.on('unhandledRejection', note);
  files = withAllKinds(await buildTestIndex(DEMO_ADDRESSES_FOLDER));
});
afterAll(() => {
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** A little of the demonstration set, with a former name, and so many houses that they have files of their own. */
function withAllKinds({ regions, types }: TestIndex): FileContents {
  const [all] = structuredClone(regions);
  if (!all) throw new Error('no region');
  const isHere = ({ code }: { code: string }) => code.startsWith('220000010') || code === '22000000000';
  const rows = { ...all, localities: all.localities.filter(isHere), streets: all.streets.filter(isHere) };
  let random = 22;
  const next = (below: number) => (random = (random * 48_271) % 2_147_483_647) % below;
  for (const { houses } of rows.streets.slice(0, 60))
    for (let i = 0; i < 12; i++)
      houses.push({
        // Large numbers fill a file with few houses.
        list: Array.from({ length: 4 }, () => `${next(1e9)}${'абвг'[next(9)] ?? ''}`).join(),
        postcode: String(656_000 + next(99)),
        okato: '01401000000',
      });
  rows.former.push({ code: '22000001000', name: 'Барнаульский Завод', type: 'г' });
  const [country] = all.localities;
  const other = country && { ...country, code: '77000000000', name: 'Москва', type: 'г' };
  return encodeIndex(
    [rows, { region: '77', localities: other ? [other] : [], streets: [], former: [] }],
    types,
  );
}

const KINDS = ['-', 'b', 'i', 'h', 'f', 't'];
/** What makes the reader use a file of each kind. */
const QUERIES = [
  'барн лен',
  'барн лен 12',
  'ленинградская',
  'барн ленина 12',
  'барнаульский завод',
  'москва барн',
];

/** How the reader takes these files: it answers, or rejects with an `AddressesError`. Rethrows any other error. */
async function outcome(all: FileContents, query: string): Promise<'answered' | 'refused'> {
  const addresses = openAddressIndex(TEST_INDEX_URL, memoryFetch(all));
  try {
    await addresses.suggest(query, query.includes('москва') ? {} : { within: '22' });
    return 'answered';
  } catch (error) {
    if (error instanceof AddressesError) return 'refused';
    throw error;
  }
}

describe('a damaged index', () => {
  it('answers or says that it is out of date, whatever is in its files', async () => {
    const names = [...files.keys()].filter((name) => name.endsWith('.bin'));
    expect(new Set(names.map((name) => name.slice(2, 3))).size).toBe(KINDS.length);
    const kinds = KINDS.map((kind) => names.filter((name) => name[2] === kind));
    const share = fc.nat(999).map((thousandths) => thousandths / 999);
    const outcomes = { answered: 0, refused: 0 };
    let slowest = 0;
    await checkProperty(
      fc.asyncProperty(
        ...([fc.nat(KINDS.length - 1), share, fc.nat(DAMAGES.length + 1), share, share, share] as const),
        async (kind, which, how, where, what, otherOne) => {
          const own = kinds[kind] ?? [];
          const name = own[indexAtShare(own, which)] ?? '';
          const bytes = files.get(name) ?? Buffer.of();
          const other = files.get(names[indexAtShare(names, otherOne)] ?? '') ?? Buffer.of();
          const damage = DAMAGES[how];
          const damaged = damage
            ? packText(damage(unpackText(bytes), where, what, unpackText(other)))
            : how === DAMAGES.length
              ? Buffer.from(
                  bytes.map((byte, i) =>
                    i === indexAtShare(bytes, where) ? byte ^ (1 + Math.floor(what * 254)) : byte,
                  ),
                )
              : bytes.subarray(0, indexAtShare(bytes, where));
          const began = performance.now();
          outcomes[await outcome(withReplacedFile(files, name, damaged), QUERIES[kind] ?? '')]++;
          slowest = Math.max(slowest, performance.now() - began);
        },
      ),
      600,
    );
    console.info('damaged shards:', outcomes, `slowest: ${slowest.toFixed()} ms`);
    const { answered, refused } = outcomes;
    expect(Math.min(answered, refused)).toBeGreaterThan((answered + refused) / 18);
  });

  it('answers or says that it is out of date, whatever its manifest says', async () => {
    const manifest = Buffer.from(files.get('manifest.json') ?? []).toString();
    const json = fc.oneof(
      fc.json(),
      fc.json().map((inner) => manifest.replace(/"22":.*?\]/, `"22":${inner}`)),
      fc.json().map((inner) => manifest.replace(/"regions":.*/, `"regions":${inner}}`)),
      fc
        .tuple(fc.nat(manifest.length), fc.nat(manifest.length), fc.string())
        .map(([from, to, inner]) => manifest.slice(0, from) + inner + manifest.slice(to)),
    );
    await checkProperty(
      fc.asyncProperty(json, async (letters) => {
        await outcome(new Map(files).set('manifest.json', Buffer.from(letters)), 'барн');
      }),
      100,
    );
  });

  it('does not unpack a bomb', async () => {
    const root = [...files.keys()].find((name) => name.startsWith('22-')) ?? '';
    const addresses = openAddressIndex(
      TEST_INDEX_URL,
      memoryFetch(withReplacedFile(files, root, gzipBomb())),
    );
    await expect(addresses.suggest('барн')).rejects.toMatchObject({
      name: 'AddressesError',
      cause: { message: expect.stringMatching(/^more than \d+ bytes$/) as string },
    });
  });

  it('takes no name of an object for a district', async () => {
    for (const json of ['{"a":"22"}', '{"__proto__":"22"}', '[]', 'null', '5', '"22"', '{"toString":"x"}'])
      for (const within of ['__proto__', 'toString', 'constructor', 'нет']) {
        const all = new Map(files).set('districts.json', Buffer.from(json));
        const asked = openAddressIndex(TEST_INDEX_URL, memoryFetch(all)).suggest('барн', { within });
        if (json.includes('"__proto__"') && within === '__proto__') await asked;
        else await expect(asked).rejects.toBeInstanceOf(RangeError);
      }
  });
});

const PIECES = [
  ...[
    'барнаул',
    'ленина',
    'ул',
    'кв ',
    '1 ',
    ' 1',
    'кв кв кв 1 1 1',
    '12/',
    '/',
    '-',
    'к2',
    'стр',
    '(?:',
    '(.*)+[',
    '\\',
    '$&',
  ],
  ...[
    '<script>alert(1)</script>',
    '&amp;',
    '\u202e',
    '\u200f',
    '\u200b',
    '\ufeff',
    '\u0301',
    'е\u0308',
    'й\u0306'.repeat(20),
  ],
  ...[
    '\ud83d',
    '\udc4d',
    '👨‍👩‍👧',
    '😀',
    '\0',
    '\n',
    '\t',
    '__proto__',
    'constructor',
    "';[].,",
    '`~{}',
    'qwerty',
    'ЁЁЁ',
    'ß',
    'İ',
  ],
  ...[
    '٣',
    '१',
    '１２',
    'Ⅻ',
    '½',
    '№',
    'N2',
    'ﬁ',
    'Ǆ',
    'ʼn',
    '𝔘',
    'а'.repeat(500),
    '9'.repeat(500),
    'а '.repeat(500),
    '1 '.repeat(500),
  ],
];

describe.each(testDistributions())('a hostile query to $name', ({ from, isReal }) => {
  it('does no harm', async () => {
    const { files: all } = await buildTestIndex(from);
    let [fetched, slowest, worst] = [0, 0, ''];
    const read = memoryFetch(all);
    const addresses = openAddressIndex(TEST_INDEX_URL, (...request) => (fetched++, read(...request)));
    await addresses.suggest('советская барн'); // the first letters pay for loading
    const hostile = fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...Array.from('абвеийклнорст .,/-кв0123')), maxLength: 250 }),
      fc.constantFrom(...PIECES).map((piece) => piece.repeat(10_000 / piece.length)),
    );
    await checkProperty(
      fc.asyncProperty(hostile, fc.boolean(), async (query, atHome) => {
        for (const { words } of parseQuery(query)) expect(words.length).toBeLessThanOrEqual(16);
        const began = performance.now();
        const suggestions = await addresses.suggest(query, atHome ? { within: '22000001' } : {});
        const took = performance.now() - began;
        if (took > slowest) [slowest, worst] = [took, query];
        expect(suggestions.length).toBeLessThanOrEqual(6);
      }),
      isReal ? 300 : 1_000,
    );
    console.info(`slowest hostile query: ${slowest.toFixed()} ms, ${JSON.stringify(worst.slice(0, 80))}`);
    // Each file is fetched once, whatever is asked.
    expect(fetched).toBeLessThanOrEqual(all.size);
  });
});

// The lists are not in the repository: OKNO_DATA names the folder that holds `judges`.
const JUDGES = process.env['OKNO_DATA'] ? join(process.env['OKNO_DATA'], 'judges') : '';
if (!JUDGES) console.warn('OKNO_DATA is not set: the reader is not asked the naughty strings of others.');

it.skipIf(!JUDGES).each(['blns/blns.json', 'xss/payloads.json'])(
  'the strings of %s do no harm, as queries, districts, codes and houses',
  async (list) => {
    const items = JSON.parse(readFileSync(join(JUDGES, list), 'utf8')) as (string | { payload: string })[];
    const strings = items.map((item) => (typeof item === 'string' ? item : item.payload));
    expect(strings.length).toBeGreaterThan(100);
    const addresses = openAddressIndex(
      TEST_INDEX_URL,
      memoryFetch((await buildTestIndex(DEMO_ADDRESSES_FOLDER)).files),
    );
    for (const naughty of strings) {
      expect((await addresses.suggest(naughty)).length).toBeLessThanOrEqual(6);
      expect(String(await addresses.postcode('220000010000040', naughty))).toMatch(/^(?:\d{6}|undefined)$/);
      expect(typeof normalizeHouse(naughty)).toBe('string');
      for (const asked of [addresses.suggest('ленина', { within: naughty }), addresses.resolve(naughty)]) {
        const failed: unknown = await asked.catch((error: unknown) => error);
        if (failed instanceof Error) expect(failed.name).toMatch(/^(?:AddressesError|RangeError)$/);
      }
    }
  },
);
