import { expect, it } from 'vitest';

import { examples } from '../random-examples.ts';
import { killRepeatedly } from './kill-under-load.ts';

it('a portal that is killed at any moment keeps what it has acknowledged, and nothing by half', async () => {
  const times = examples(10);
  expect(await killRepeatedly(times)).toBeGreaterThan(4 * times);
}, 180_000);
