import { expect, it } from 'vitest';

import { measureGrowth } from './profile-growth.ts';

/** A megabyte. */
const MB = 1e6;

it('two large waiting files are written once, not with each letter', async () => {
  const { before, files, withFiles, afterTyping, atEnd } = await measureGrowth('chromium', 200);
  expect(afterTyping - withFiles).toBeLessThan(MB);
  expect(Math.max(afterTyping, atEnd) - before - files).toBeLessThan(MB);
}, 120_000);
