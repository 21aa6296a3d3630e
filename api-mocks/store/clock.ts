import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { readSetting, saveSetting } from './settings.ts';

/** The officials' calendar: what the law counts by. It may run faster than real time (`--speed`). */
export interface ClockContext {
  now: () => Date;
}

/** The clock on the wall: for sessions, limits, and whatever machines wait for. */
export interface WallClockContext {
  wallNow: () => Date;
}

/** Milliseconds since 1970: when the clock on the wall said `real`, the calendar said `said` at the latest. */
const SavedSchema = v.object({ said: v.number(), real: v.number() });

/** What the officials' calendar says: the same as the wall, or ahead of it by as much as it once ran faster. */
export function savedClock(db: DatabaseSync, real: () => Date): () => Date {
  const saved = readSetting(db, 'clock', SavedSchema);
  return saved ? () => new Date(saved.said + Math.max(0, real().getTime() - saved.real)) : real;
}

/** Milliseconds of real time for which the calendar may run on after it was saved. */
const RESERVE_MS = 2000;

/** A calendar that runs faster than real time, and never back. */
export interface FastClock {
  now: () => Date;
  /** Writes down what it will have said at the latest: a portal that was killed continues from there. Without that it stands. */
  save(): void;
  /** Writes down what it says, and stops. */
  stop(): void;
}

/** A calendar that starts where the last one stopped, and runs `speed` times as fast as `real`. It stands until it is saved. */
export function createFastClock(db: DatabaseSync, real: () => Date, speed: number): FastClock {
  const start = { said: savedClock(db, real)().getTime(), real: real().getTime() };
  let most = start.said;
  let last = start.said;
  const saidAt = (wall: number) => start.said + (wall - start.real) * speed;
  const saveUntil = (said: number, wall: number) => {
    most = Math.max(most, said);
    saveSetting(db, 'clock', { said: most, real: wall });
  };
  const now = () => {
    last = Math.max(last, Math.min(saidAt(real().getTime()), most));
    return new Date(last);
  };
  return {
    now,
    save() {
      const wall = real().getTime() + RESERVE_MS;
      saveUntil(saidAt(wall), wall);
    },
    stop() {
      most = now().getTime();
      saveUntil(most, real().getTime());
    },
  };
}
