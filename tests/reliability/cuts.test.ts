import { expect, it } from 'vitest';

import { memoryOfTenFiles, uploadOverLine } from './upload-cuts.ts';

it('a file arrives over a line that breaks off, through a reload, a killed browser and a restarted portal', async () => {
  const { isEqual, cuts, repeated } = await uploadOverLine(1_500_000, {
    bytesPerSecond: 300_000,
    cutEvery: 700,
  });
  expect(isEqual).toBe(true);
  expect(cuts).toBeGreaterThan(2);
  // Reload, kill and restart cut it off, too.
  expect(repeated).toBeLessThanOrEqual(cuts + 3);
}, 120_000);

it('ten files at once do not fill the memory of the page', async () => {
  const { most } = await memoryOfTenFiles(3_000_000);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(150e6);
}, 120_000);
