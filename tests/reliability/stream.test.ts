import { expect, it } from 'vitest';

import { followUpdates, pollUpdates } from './stream-updates.ts';

const MIB = 2 ** 20;

it('a stream that is cut off loses no update, doubles none, and keeps nothing', async () => {
  const { heard, resets, streams, heap } = await followUpdates({
    updates: 150,
    cuts: 3,
    seed: 1,
  });
  expect(heard).toEqual(Array.from({ length: 150 }, (_, i) => i));
  expect([resets, streams]).toEqual([1, 4]);
  expect(heap[1] - heap[0]).toBeLessThan(4 * MIB);
});

it('where a host lets no stream through, all updates come page by page, at once', async () => {
  const { heard, polls } = await pollUpdates(250);
  expect(heard).toEqual(Array.from({ length: 250 }, (_, i) => i));
  // One learns where the events begin, three fetch 100, 100 and 50.
  expect(polls).toBe(4);
});
