import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openAddressIndex, type AddressIndex } from '../suggest/reader.ts';
import { folderFetch } from './folder-fetch.ts';
import { importAddresses } from './import.ts';
import { DEMO_ADDRESSES_FOLDER, TEST_INDEX_URL } from './index-for-tests.ts';

describe('spoken names', () => {
  const out = mkdtempSync(join(tmpdir(), 'okno-spoken-'));
  let addresses: AddressIndex;
  let notes: string[] = [];
  beforeAll(async () => {
    const spoken = [
      { spoken: 'Потанинская', locality: 'Барнаул', street: 'ул Попова' },
      { spoken: 'Научгородок', locality: 'рп Научный Городок' },
      { spoken: 'ВРЗ', locality: 'Барнаул', street: 'ул Неизвестная' },
      { spoken: 'Дальняя', locality: 'Березовка' },
    ];
    ({ notes } = await importAddresses({ from: DEMO_ADDRESSES_FOLDER, out, spoken }));
    addresses = openAddressIndex(TEST_INDEX_URL, folderFetch(out));
  });
  afterAll(() => {
    rmSync(out, { recursive: true });
  });

  it.each([
    ['барнаул потанинская 5', 'Барнаул, ул Попова, 5', 'ул Потанинская'],
    ['потанинская, барнаул', 'Барнаул, ул Попова', 'ул Потанинская'],
    ['научгородок', 'Барнаул, рп Научный Городок', 'рп Научгородок'],
  ])('«%s» finds «%s»', async (typed, line, former) => {
    expect((await addresses.suggest(typed))[0]).toMatchObject({ line, former });
  });

  it('leave the official names as they are', async () => {
    const [first] = await addresses.suggest('барнаул попова 5');
    expect(first).toMatchObject({ line: 'Барнаул, ул Попова, 5', sure: 'exact' });
    expect(first?.former).toBeUndefined();
  });

  it('of what the data lack, or have several times, are left out and told', () => {
    expect(notes.filter((note) => note.startsWith('Народное'))).toEqual([
      'Народное название «ВРЗ» пропущено: в данных нет одного такого места — Барнаул, ул Неизвестная.',
      'Народное название «Дальняя» пропущено: в данных нет одного такого места — Березовка.',
    ]);
  });
});
