import { beforeEach, describe, expect, it } from 'vitest';

import type { AddressRow, RegionRows } from '../addresses/build/dataset.ts';
import { encodeIndex, memoryFetch, TEST_INDEX_URL } from '../addresses/build/index-for-tests.ts';
import { openAddressIndex } from '../addresses/suggest/reader.ts';
import type { ChosenAddress } from './chosen-address.ts';
import type { RecognizableLine } from './editor.ts';
import { addFias } from './recognize-line.ts';

const GUID = '0b7f5a3e-5d0a-4c0e-9a55-6f1a1f6d9f10';
const row = (code: string, type: string, name: string, fias?: string): AddressRow => ({
  ...{ code, type, name, postcode: '', okato: '', oktmo: '', houses: [] },
  ...(fias && { fias }),
});
const ROWS: RegionRows = {
  region: '22',
  localities: [
    { ...row('22000000000', 'край', 'Алтайский'), status: 0 },
    { ...row('22000001000', 'г', 'Барнаул'), status: 2 },
  ],
  streets: [row('220000010000001', 'ул', 'Мира', GUID), row('220000010000002', 'ул', 'Лесная')],
  former: [],
};
const addresses = openAddressIndex(TEST_INDEX_URL, memoryFetch(encodeIndex([ROWS], new Map())));

describe('addFias', () => {
  let events: string[] = [];
  let isFocused = false;
  beforeEach(() => {
    [events, isFocused] = [[], false];
  });

  /** An editor in which an address was chosen; it has only what `addFias` asks it for. */
  const editorWith = (chosen: ChosenAddress, index: unknown = addresses) =>
    ({
      chosen,
      setAddress: () => events.push('value'),
      host: { addresses: index, matches: () => isFocused, dispatchChange: () => events.push('change') },
    }) as unknown as RecognizableLine;
  const chosenLine = async (line: string) => {
    const [first] = await addresses.suggest(line);
    if (!first) throw new Error(`nothing is found for «${line}»`);
    return first;
  };

  it('gives a chosen address its GUID, which its suggestion has not', async () => {
    const chosen = await chosenLine('барнаул мира 5');
    expect(chosen.fias).toBeUndefined();
    const editor = editorWith(chosen);
    await addFias(editor, chosen);
    expect(editor.chosen).toEqual({ ...chosen, fias: GUID });
    expect(events).toEqual(['value', 'change']);
  });

  it('leaves the change event to the field while it has the focus', async () => {
    isFocused = true;
    const chosen = await chosenLine('барнаул мира 5');
    await addFias(editorWith(chosen), chosen);
    expect(events).toEqual(['value']);
  });

  it('changes nothing where another address was chosen meanwhile', async () => {
    const [chosen, other] = [await chosenLine('барнаул мира'), await chosenLine('барнаул лесная')];
    const editor = editorWith(other);
    await addFias(editor, chosen);
    expect([editor.chosen, events]).toEqual([other, []]);
  });

  it('changes nothing where the data have no GUID, or cannot be fetched', async () => {
    const chosen = await chosenLine('барнаул лесная');
    const broken = openAddressIndex(TEST_INDEX_URL, () => Promise.reject(new TypeError('offline')));
    for (const index of [addresses, broken, undefined]) {
      const editor = editorWith(chosen, index);
      await addFias(editor, chosen);
      expect([editor.chosen, events]).toEqual([chosen, []]);
    }
  });
});
