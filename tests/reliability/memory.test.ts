import { expect, it } from 'vitest';

import { measureMemory } from './memory-under-load.ts';

const MIB = 2 ** 20;

it('a portal keeps nothing of the requests that it has answered', async () => {
  const [, middle, end] = await measureMemory([1500, 3000]);
  console.info([middle, end]);
  expect((end?.heap ?? Infinity) - (middle?.heap ?? 0)).toBeLessThan(5 * MIB);
}, 240_000);
