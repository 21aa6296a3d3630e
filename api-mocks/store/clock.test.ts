import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { savedClock, createFastClock } from './clock.ts';
import { openDatabase } from './database.ts';
import { TEST_NOW } from '../testing.ts';

const DAY = 86_400_000;

/** A database, and a wall clock that goes on when it is told to. */
function testClock() {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const db = openDatabase(join(folder, 'sandbox.sqlite'));
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  let passed = 0;
  return {
    db,
    wallNow: () => new Date(TEST_NOW.getTime() + passed),
    wait: (ms: number) => {
      passed += ms;
    },
  };
}
const days = (calendar: { now: () => Date }) => (calendar.now().getTime() - TEST_NOW.getTime()) / DAY;

describe('the calendar', () => {
  it('says what the wall says, while it never ran faster', () => {
    const { db, wallNow, wait } = testClock();
    const now = savedClock(db, wallNow);
    wait(1000);
    expect(now()).toEqual(wallNow());
  });

  it('lives a day in a second', () => {
    const { db, wallNow, wait } = testClock();
    const calendar = createFastClock(db, wallNow, 86_400);
    calendar.save();
    wait(1000);
    expect(days(calendar)).toBe(1);
  });

  it('goes on from where it was, at the pace of life, when the portal starts again without speed', () => {
    const { db, wallNow, wait } = testClock();
    const calendar = createFastClock(db, wallNow, 86_400);
    calendar.save();
    wait(1000);
    calendar.stop();
    wait(DAY);
    expect(days({ now: savedClock(db, wallNow) })).toBe(2);
  });

  it('never goes back, though the portal was killed', () => {
    const { db, wallNow, wait } = testClock();
    const calendar = createFastClock(db, wallNow, 86_400);
    calendar.save();
    wait(1500);
    const said = days(calendar);
    expect(days(createFastClock(db, wallNow, 86_400))).toBeGreaterThanOrEqual(said);
    expect(days({ now: savedClock(db, wallNow) })).toBeGreaterThanOrEqual(said);
  });

  it('stands where it cannot be written down', () => {
    const { db, wallNow, wait } = testClock();
    const calendar = createFastClock(db, wallNow, 86_400);
    calendar.save();
    wait(60_000);
    expect(days(calendar)).toBe(2);
    calendar.save();
    expect(days(calendar)).toBe(60);
  });

  it('never goes back when the wall does', () => {
    const { db, wallNow, wait } = testClock();
    const calendar = createFastClock(db, wallNow, 86_400);
    calendar.save();
    wait(1000);
    expect(days(calendar)).toBe(1);
    wait(-900);
    expect(days(calendar)).toBe(1);
  });
});
