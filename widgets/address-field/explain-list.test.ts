import { beforeAll, describe, expect, it } from 'vitest';

import {
  buildTestIndex,
  DEMO_ADDRESSES_FOLDER,
  memoryFetch,
  TEST_INDEX_URL,
  type TestIndex,
} from '../addresses/build/index-for-tests.ts';
import { openAddressIndex, type AddressIndex } from '../addresses/suggest/reader.ts';
import type { EditorHost, SuggestionList } from './editor.ts';
import { explainList } from './explain-list.ts';
import { ru } from './messages.ts';

let index: TestIndex;
beforeAll(async () => {
  index = await buildTestIndex(DEMO_ADDRESSES_FOLDER);
});

/** The list for a text, as a field with this `within` shows it. */
async function listFor(addresses: AddressIndex, text: string, within = ''): Promise<SuggestionList> {
  const host = { addresses, within, bounds: '', messages: ru } as unknown as EditorHost;
  const options = { within };
  return explainList(host, { text, options, suggestions: await addresses.suggest(text, options) });
}
const open = (fetcher = memoryFetch(index.files)) => openAddressIndex(TEST_INDEX_URL, fetcher);

describe('explainList', () => {
  it('leaves a list as it is where it says all', async () => {
    const list = await listFor(open(), 'барн лен 12');
    expect(list).toEqual(await open().suggest('барн лен 12'));
  });

  it('keeps all that stands behind the house with its neighbours', async () => {
    for (const gap of [', ', ' ']) {
      const list = await listFor(open(), ['барн лазурная 61', 'подъезд 2', 'кв 5'].join(gap));
      expect(list?.map(({ line }) => line)).toEqual(
        ['61', '58', '59', '60'].map((house) => `Барнаул, ул Лазурная, ${house}, кв 5, подъезд 2`),
      );
      expect(list?.map(({ listed }) => listed)).toEqual([false, true, true, true]);
    }
  });

  it('says that the field takes addresses of one place only, not of what no place has', async () => {
    for (const [text, isSaid] of [
      ['барнаул ленина', true],
      ['москва тверская 7', true],
      ['кхъ щзж', false],
    ] as const) {
      const list = await listFor(open(), text, '22032');
      expect([text, list?.length, list?.notice !== undefined]).toEqual([text, 0, isSaid]);
    }
  });

  it('keeps what was found where the rest of the country cannot be asked', async () => {
    let isOnline = true;
    const read = memoryFetch(index.files);
    const addresses = open((...request) =>
      isOnline ? read(...request) : Promise.reject(new TypeError('offline')),
    );
    const text = 'барнаул ленина 12';
    const found = await addresses.suggest(text, { within: '22032' });
    isOnline = false;
    expect(await listFor(addresses, text, '22032')).toEqual(found);
    isOnline = true;
    expect(await listFor(addresses, text, '22032')).toHaveLength(0);
  });
});
