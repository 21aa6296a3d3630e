import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { readSetting, saveSetting } from './settings.ts';

/** Tells the time of the officials' calendar. Periods of the law are counted by it. */
export interface ClockContext {
  /** The calendar's time. With `--speed` the calendar runs faster than the wall clock. */
  now: () => Date;
}

/** Tells real time: for sessions, limits, and whatever machines wait for. */
export interface WallClockContext {
  /** The time of the clock on the wall. */
  wallNow: () => Date;
}

/**
 * Two instants in milliseconds since 1970: when the wall clock shows `real`, the calendar shows `said` at the latest. The
 * keys are those of databases that exist already.
 */
const SavedSchema = v.object({ said: v.number(), real: v.number() });

/**
 * The calendar of a portal without `--speed`. It shows the same time as the wall clock. If the portal once ran with `--speed`, it
 * goes on from the time that was saved then: saved with 1 December on 21 November, it shows 11 December on 1 December.
 */
export function savedClock(db: DatabaseSync, wallNow: () => Date): () => Date {
  const saved = readSetting(db, 'clock', SavedSchema);
  return saved ? () => new Date(saved.said + Math.max(0, wallNow().getTime() - saved.real)) : wallNow;
}

/** Milliseconds of real time for which the calendar may run on after it was saved. */
const RESERVE_MS = 2000;

/** A calendar that runs faster than real time, and never goes back, even if the portal is killed. */
export interface FastClock {
  /** The calendar's time. */
  now: () => Date;
  /** Allows the calendar to run for `RESERVE_MS` more. Saves the time that it then shows. */
  save(): void;
  /** Saves the time that the calendar shows, and stops it. */
  stop(): void;
}

/**
 * Makes a calendar that starts where the last one stopped, and runs `speed` times as fast as `wallNow`.
 *
 * The calendar never passes the time that was saved last. So a portal that was killed and started again continues from that
 * time, and no instant comes twice. With a speed of 86,400, a day in a second:
 *
 * | wall clock | what happens        | calendar shows    | saved: latest time, and when  |
 * | ---------- | ------------------- | ----------------- | ----------------------------- |
 * | 0 s        | `save()`            | day 0             | day 2, at 2 s                 |
 * | 1 s        | `save()`            | day 1             | day 3, at 3 s                 |
 * | 2.5 s      | nothing             | day 2.5           | day 3, at 3 s                 |
 * | 10 s       | nothing             | day 3, and waits  | day 3, at 3 s                 |
 * | 10 s       | killed, new start   | day 3 and 7 s     | day 3, at 3 s                 |
 */
export function createFastClock(db: DatabaseSync, wallNow: () => Date, speed: number): FastClock {
  const start = { calendar: savedClock(db, wallNow)().getTime(), wall: wallNow().getTime() };
  let latest = start.calendar;
  let shown = start.calendar;
  const calendarAt = (wall: number) => start.calendar + (wall - start.wall) * speed;
  // Saves that the calendar shows `calendar` at the latest when the wall clock shows `wall`.
  const saveUntil = (calendar: number, wall: number) => {
    latest = Math.max(latest, calendar);
    saveSetting(db, 'clock', { said: latest, real: wall });
  };
  const now = () => {
    // The wall clock may be set back: the calendar is not.
    shown = Math.max(shown, Math.min(calendarAt(wallNow().getTime()), latest));
    return new Date(shown);
  };
  return {
    now,
    save() {
      const wall = wallNow().getTime() + RESERVE_MS;
      saveUntil(calendarAt(wall), wall);
    },
    stop() {
      latest = now().getTime();
      saveUntil(latest, wallNow().getTime());
    },
  };
}
