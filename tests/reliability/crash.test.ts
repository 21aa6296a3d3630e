import { expect, it } from 'vitest';

import { examples } from '../random-examples.ts';
import { crashRepeatedly } from './crash-runs.ts';

it('a browser that is killed at any moment loses nothing older than a second', async () => {
  const { done, faults } = await crashRepeatedly({ engine: 'chromium', runs: examples(15), seed: 1 });
  expect(faults).toEqual([]);
  expect(done.type).toBeGreaterThan(0);
}, 180_000);

it('Chromium throws nothing away that was killed in the middle of a write', async () => {
  const { faults, emptied } = await crashRepeatedly({ engine: 'chromium', runs: 4, seed: 2, isTorn: true });
  expect({ faults, emptied }).toEqual({ faults: [], emptied: 0 });
}, 120_000);
