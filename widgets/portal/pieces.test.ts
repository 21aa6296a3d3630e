import { describe, expect, it } from 'vitest';

import { Pieces } from './pieces.ts';

/** Sends bytes over a line of so many bytes a millisecond, which is cut every so many milliseconds. Gives what it takes. */
function sendOver(speed: number, cutEvery: number, all: number) {
  const size = new Pieces(() => undefined);
  let [time, arrived, wasted, cuts] = [0, 0, 0, 0];
  while (arrived < all && cuts < 10_000) {
    const left = cutEvery - (time % cutEvery);
    const takes = size.bytes / speed;
    size.begin(time);
    if (takes < left) {
      time += takes;
      arrived += size.bytes;
      size.arrived(time);
    } else {
      time += left;
      wasted += size.bytes;
      cuts++;
      size.brokeOff();
    }
  }
  return { arrived, wasted, cuts };
}

const MB = 1_000_000;

describe('Pieces', () => {
  it.each([
    [200, 2000],
    [20, 2000],
    [1000, 300],
  ])('gets 50 MB over a line of %i bytes a millisecond that is cut every %i ms', (speed, cutEvery) => {
    const { arrived, wasted } = sendOver(speed, cutEvery, 50 * MB);
    expect(arrived).toBeGreaterThanOrEqual(50 * MB);
    expect(wasted / arrived).toBeLessThan(0.6);
  });

  it('grows to 4 MB on a quick line, and is never less than 16 KB', () => {
    const size = new Pieces(() => undefined);
    const arrive = (milliseconds: number) => {
      size.begin(0);
      size.arrived(milliseconds);
    };
    expect(size.bytes).toBe(64 * 1024);
    for (let piece = 0; piece < 20; piece++) arrive(10);
    expect(size.bytes).toBe(4 * 1024 * 1024);
    arrive(5000);
    expect(size.bytes).toBe(2 * 1024 * 1024);
    expect(size.brokeOff()).toBe(true);
    for (let cut = 0; cut < 20; cut++) expect(size.brokeOff()).toBe(false);
    expect(size.bytes).toBe(16 * 1024);
  });
});
