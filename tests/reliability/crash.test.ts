import { expect, it } from 'vitest';

import { examples } from '../random-examples.ts';
import { crashRepeatedly } from './crash-runs.ts';

it('a browser that is killed at any moment loses nothing older than a second', async () => {
  const { done, faults } = await crashRepeatedly({ engine: 'chromium', runs: examples(15), seed: 1 });
  expect(faults).toEqual([]);
  expect(done.type).toBeGreaterThan(0);
}, 180_000);
