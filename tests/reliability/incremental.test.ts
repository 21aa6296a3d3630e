import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../temporary-folder.ts';
import { compareBuilds } from './incremental-build.ts';

const CACHE = 'node_modules/.astro';

it(
  'a build that reuses the one before gives the same bytes as one from nothing',
  { timeout: 300_000 },
  () => {
    const sharedCache = existsSync(join(CACHE, 'okno-widgets')) ? { sharedCache: CACHE } : {};
    const folder = join(temporaryFolder(), 'incremental');
    expect(compareBuilds({ folder, edits: 5, seed: Date.now() % 1000, ...sharedCache })).toEqual([]);
  },
);
