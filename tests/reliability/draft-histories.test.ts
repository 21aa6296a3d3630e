import fc from 'fast-check';
import { expect, it } from 'vitest';

import { checkProperty } from '../random-examples.ts';
import { DRAFT_HISTORIES, TwoDrafts } from './draft-histories.ts';

it.each([
  ['that tell each other what they write', true],
  ['that do not know of each other', false],
])('of two tabs %s, neither overwrites what was typed in the other without saying so', async (_, isTold) => {
  await checkProperty(
    fc.asyncProperty(DRAFT_HISTORIES, fc.scheduler(), async (steps, scheduler) => {
      expect(await new TwoDrafts(scheduler, isTold).play(steps)).toEqual([]);
    }),
    300,
  );
});
