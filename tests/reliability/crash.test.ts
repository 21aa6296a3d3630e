import { expect, it } from 'vitest';

import { examples } from '../random-examples.ts';
import { crashRepeatedly } from './crash-runs.ts';

it('a browser that is killed at any moment loses nothing older than a second', async () => {
  const runs = examples(15);
  const seed = Number(process.env['OKNO_SEED'] ?? 1);
  const { done, faults } = await crashRepeatedly({ engine: 'chromium', runs, seed });
  expect(faults).toEqual([]);
  expect(done.type).toBeGreaterThan(runs);
}, 180_000);
