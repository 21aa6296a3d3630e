import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { daysLeft, dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Case } from '../cases/cases.ts';
import { insert } from '../store/database.ts';
import { instantAt } from '../store/region-time.ts';
import type { Desk } from './desk.ts';
import { SCRIPT_NAMES, SCRIPTS, type ScriptName } from './scripts.ts';

const LifeSchema = v.object({
  application: v.string(),
  // Another version of the portal may have had scripts that are no more.
  script: v.fallback(v.picklist(SCRIPT_NAMES), 'usual'),
  step: v.number(),
});
/** A case that goes by a script, and the step that comes next. */
export type Life = v.InferOutput<typeof LifeSchema>;

/** The life whose next step is due before all others, if it is due by an instant, ISO 8601; and when that was. */
export function dueLife(db: DatabaseSync, by: string): (Life & { dueAt: string }) | undefined {
  const row = db.prepare('SELECT * FROM lives WHERE dueAt <= ? ORDER BY dueAt, application LIMIT 1').get(by);
  return row && v.parse(v.object({ ...LifeSchema.entries, dueAt: v.string() }), row);
}

/** From now on a case goes by a script, whenever there is life on the portal. */
export function begin(desk: Desk, found: Case, script: ScriptName): void {
  const life: Life = { application: found.number, script, step: 0 };
  insert(desk.db, 'lives', { ...life, dueAt: dueAt(desk, found, life) });
}

/** A step of the script comes in its time from now; after the last one the script is over. */
export function goTo(desk: Desk, found: Case, life: Life): void {
  if (!SCRIPTS[life.script].steps[life.step]) {
    end(desk.db, life.application);
    return;
  }
  desk.db
    .prepare('UPDATE lives SET step = ?, dueAt = ? WHERE application = ?')
    .run(life.step, dueAt(desk, found, life), life.application);
}

/** The step that comes next is another one, whenever the script goes on. */
export const pass = (db: DatabaseSync, number: string): void => {
  db.prepare('UPDATE lives SET step = step + 1 WHERE application = ?').run(number);
};

export const end = (db: DatabaseSync, number: string): void => {
  db.prepare('DELETE FROM lives WHERE application = ?').run(number);
};

/** The script waits for the applicant; the morning after the day `until` it waits no longer. */
export function hold({ db, data: { calendar } }: Desk, number: string, until: string): void {
  const day = dueDate({ value: 1, unit: 'workingDay' }, until, calendar);
  db.prepare('UPDATE lives SET dueAt = ? WHERE application = ?').run(
    instantAt(day, OPENING).toISOString(),
    number,
  );
}

/** The script goes on where it was held. */
export function goOn(desk: Desk, found: Case): void {
  const row = desk.db.prepare('SELECT * FROM lives WHERE application = ?').get(found.number);
  if (row) goTo(desk, found, v.parse(LifeSchema, row));
}

/** In minutes: when officials begin, how long they work, and how much lies between two steps at least. */
const OPENING = 9 * 60;
const WORK = 8 * 60;
const PAUSE = 10;

/** When a step is due: as many working days after the step before it as the script says, at a time that the number decides. */
function dueAt({ data: { calendar }, now }: Desk, found: Case, { script, step }: Life): string {
  const from = now();
  const submitted = regionDay(new Date(found.submittedAt));
  const due = dueDate(found.period, submitted, calendar);
  const total = Math.max(1, daysLeft(due, submitted, 'workingDay', calendar));
  const dayOf = (place: number) => Math.floor(((SCRIPTS[script].steps[place]?.at ?? 0) * total) / 100);
  const value = dayOf(step) - dayOf(step - 1);
  const day = dueDate({ value, unit: 'workingDay' }, regionDay(from), calendar);
  const minute = createHash('sha256').update(`${found.number} ${step}`).digest().readUInt16BE() % WORK;
  const soonest = new Date(from.getTime() + PAUSE * 60_000).toISOString();
  const planned = instantAt(day, OPENING + minute).toISOString();
  return planned > soonest ? planned : soonest;
}
