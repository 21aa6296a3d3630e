import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, it } from 'vitest';

import { compareBuilds } from './incremental-build.ts';

const CACHE = 'node_modules/.astro';

it(
  'a build that reuses the one before gives the same bytes as one from nothing',
  { timeout: 300_000 },
  () => {
    const sharedCache = existsSync(join(CACHE, 'okno-widgets')) ? { sharedCache: CACHE } : {};
    // Astro moves files from the project's folder to that of the build: both have to be on one disk.
    const folder = resolve('.okno/incremental');
    expect(compareBuilds({ folder, edits: 5, seed: Date.now() % 1000, ...sharedCache })).toEqual([]);
  },
);
