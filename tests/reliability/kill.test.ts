import { expect, it } from 'vitest';

import { killed } from './killing.ts';

it('a portal that is killed at any moment keeps what it has acknowledged, and nothing by half', async () => {
  expect(await killed(25)).toBeGreaterThan(100);
}, 300_000);
