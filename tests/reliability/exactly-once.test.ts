import { expect, it } from 'vitest';

import { examples, withSeeds } from '../random-examples.ts';
import { checkExactlyOnce } from './histories.ts';
import { DEVICE_COMMANDS } from './two-tabs.ts';

it('a click gives one application and its number, in any history of faults', async () => {
  await withSeeds(async (seed) => {
    const met = await checkExactlyOnce(examples(150), seed);
    console.info('faults met:', Object.fromEntries(met));
    expect(met.size).toBe(10);
  });
});

it('so does a click on either of two devices, where the draft was handed over', async () => {
  await withSeeds((seed) => checkExactlyOnce(examples(3), seed, DEVICE_COMMANDS).then(() => undefined));
});
