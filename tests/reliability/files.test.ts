import { expect, it } from 'vitest';

import { checkFiles } from './check-files.ts';

// Others each day; `npm run test:files` takes all of them.
it('files as people have them arrive right, or one sentence says why not', async () => {
  const { all, faults } = await checkFiles(8);
  expect(faults).toEqual([]);
  expect(all).toBeGreaterThan(9);
}, 180_000);
