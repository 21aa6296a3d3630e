import { expect, it } from 'vitest';

import { exactlyOnce } from './histories.ts';

const SEED = 22;

it('a click gives one application and its number, in 2,000 histories of faults', async () => {
  const met = await exactlyOnce(2000, SEED);
  console.info('faults met:', Object.fromEntries(met));
  expect(met.size).toBe(10);
}, 300_000);
