import { expect, it } from 'vitest';

import { examples } from '../random-examples.ts';
import { backUpRepeatedly } from './backup-under-load.ts';

it('a backup of a portal under load has what was acknowledged before, and nothing by half', async () => {
  const times = examples(2);
  expect(await backUpRepeatedly(times)).toBeGreaterThan(4 * times);
});
