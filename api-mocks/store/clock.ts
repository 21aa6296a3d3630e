import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { recall, remember } from '../workflow/desk.ts';

/** Milliseconds since 1970: when the clock on the wall says `real`, the calendar has said `said` at the latest. */
const SavedSchema = v.object({ said: v.number(), real: v.number() });

/** What the officials' calendar says: the same as the wall, or ahead of it by as much as it once ran faster. */
export function calmCalendar(db: DatabaseSync, real: () => Date): () => Date {
  const saved = recall(db, 'clock', SavedSchema);
  return saved ? () => new Date(saved.said + Math.max(0, real().getTime() - saved.real)) : real;
}

/** Milliseconds of real time for which the calendar may run on after it was saved. */
const RESERVE = 2000;

/** A calendar that runs faster than life, and never back. */
export interface FastCalendar {
  now: () => Date;
  /** Writes down what it will have said at the latest: a portal that was killed goes on from there. Without that it stands. */
  save(): void;
  /** Writes down what it says, and stops. */
  stop(): void;
}

export function fastCalendar(db: DatabaseSync, real: () => Date, speed: number): FastCalendar {
  const start = { said: calmCalendar(db, real)().getTime(), real: real().getTime() };
  let most = start.said;
  let last = start.said;
  const says = (wall: number) => start.said + (wall - start.real) * speed;
  const keep = (said: number, wall: number) => {
    most = Math.max(most, said);
    remember(db, 'clock', { said: most, real: wall });
  };
  const now = () => {
    last = Math.max(last, Math.min(says(real().getTime()), most));
    return new Date(last);
  };
  return {
    now,
    save() {
      const wall = real().getTime() + RESERVE;
      keep(says(wall), wall);
    },
    stop() {
      most = now().getTime();
      keep(most, real().getTime());
    },
  };
}
