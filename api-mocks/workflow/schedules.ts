import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { daysLeft, dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Case } from '../cases/cases.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { RegionClock } from '../store/region-clock.ts';
import { SCRIPT_NAMES, SCRIPTS, type ScriptName } from './scripts.ts';

export type ScheduleContext = DatabaseContext & ClockContext & RegionDataContext;

const ScheduleSchema = v.object({
  application: v.string(),
  // Another version of the portal may have had scripts that are no more.
  script: v.fallback(v.picklist(SCRIPT_NAMES), 'usual'),
  step: v.number(),
});
/** Which script a case follows, and the step that comes next. */
export type Schedule = v.InferOutput<typeof ScheduleSchema>;

const DueScheduleSchema = v.object({ ...ScheduleSchema.entries, dueAt: v.string() });
/** A schedule whose next step is due, and when that was, ISO 8601. */
export type DueSchedule = v.InferOutput<typeof DueScheduleSchema>;

/** The schedule whose next step is due before all others, if it is due by an instant, ISO 8601. */
export function nextDueSchedule(db: DatabaseSync, by: string): DueSchedule | undefined {
  const row = db.prepare('SELECT * FROM lives WHERE dueAt <= ? ORDER BY dueAt, application LIMIT 1').get(by);
  return row && v.parse(DueScheduleSchema, row);
}

/** From now on a case follows a script, whenever the officials work by themselves. */
export function startSchedule(context: ScheduleContext, kase: Case, script: ScriptName): void {
  const schedule: Schedule = { application: kase.number, script, step: 0 };
  insertRow(context.db, 'lives', { ...schedule, dueAt: dueAtOf(context, kase, schedule) });
}

/** Sets which step of its script a case does next, and when: in its time from now. After the last step the script is over. */
export function setNextScriptStep(context: ScheduleContext, kase: Case, schedule: Schedule): void {
  const { application, script, step } = schedule;
  if (!SCRIPTS[script].steps[step]) {
    endSchedule(context.db, application);
    return;
  }
  context.db
    .prepare('UPDATE lives SET step = ?, dueAt = ? WHERE application = ?')
    .run(step, dueAtOf(context, kase, schedule), application);
}

/** Leaves out the step that would come next, whenever the script continues. */
export const skipScriptStep = (db: DatabaseSync, number: string): void => {
  db.prepare('UPDATE lives SET step = step + 1 WHERE application = ?').run(number);
};

export const endSchedule = (db: DatabaseSync, number: string): void => {
  db.prepare('DELETE FROM lives WHERE application = ?').run(number);
};

/** The script waits for the applicant; the morning after the day `until` it waits no longer. */
export function pauseSchedule({ db, data }: ScheduleContext, number: string, until: string): void {
  const day = dueDate({ value: 1, unit: 'workingDay' }, until, data.calendar);
  const morning = new RegionClock(data.region.timeZone).instantAt(day, OPENING_MINUTE);
  db.prepare('UPDATE lives SET dueAt = ? WHERE application = ?').run(morning.toISOString(), number);
}

/** The script continues where it was paused. */
export function resumeSchedule(context: ScheduleContext, kase: Case): void {
  const row = context.db.prepare('SELECT * FROM lives WHERE application = ?').get(kase.number);
  if (row) setNextScriptStep(context, kase, v.parse(ScheduleSchema, row));
}

/** In minutes: when officials begin, how long they work, and how much lies between two steps at least. */
const OPENING_MINUTE = 9 * 60;
const WORKING_DAY_MINUTES = 8 * 60;
const MIN_GAP_MINUTES = 10;

/**
 * When a step is due, ISO 8601: as many working days after the step before it as the script says, at a time that the number of
 * the case decides.
 */
function dueAtOf({ data: { calendar, region }, now }: ScheduleContext, kase: Case, schedule: Schedule) {
  const { script, step } = schedule;
  const from = now();
  const clock = new RegionClock(region.timeZone);
  const submitted = regionDay(new Date(kase.submittedAt), region.timeZone);
  const due = dueDate(kase.period, submitted, calendar);
  const total = Math.max(1, daysLeft(due, submitted, { unit: 'workingDay', calendar }));
  const dayOf = (place: number) => Math.floor(((SCRIPTS[script].steps[place]?.atPercent ?? 0) * total) / 100);
  const value = dayOf(step) - dayOf(step - 1);
  const day = dueDate({ value, unit: 'workingDay' }, regionDay(from, region.timeZone), calendar);
  const digest = createHash('sha256').update(`${kase.number} ${step}`).digest();
  const planned = clock
    .instantAt(day, OPENING_MINUTE + (digest.readUInt16BE() % WORKING_DAY_MINUTES))
    .toISOString();
  const soonest = new Date(from.getTime() + MIN_GAP_MINUTES * 60_000).toISOString();
  return planned > soonest ? planned : soonest;
}
