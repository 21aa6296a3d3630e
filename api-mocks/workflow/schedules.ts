import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import {
  answerDueDate,
  daysLeft,
  dueDate,
  regionDay,
  registrationDay,
} from '../../widgets/deadlines/calendar.ts';
import type { Case } from '../cases/cases.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { RegionClock } from '../store/region-clock.ts';
import { SCRIPT_NAMES, SCRIPTS, type ScriptName } from './scripts.ts';

/** What planning a case's next step needs. */
export type ScheduleContext = DatabaseContext & ClockContext & RegionDataContext;

const ScheduleSchema = v.object({
  application: v.string(),
  // Another version of the portal may have had a script that does not exist any more.
  script: v.fallback(v.picklist(SCRIPT_NAMES), 'usual'),
  step: v.number(),
});
/** The script that a case follows, and the index of its next step. Schedules lie in the table `lives`. */
export type Schedule = v.InferOutput<typeof ScheduleSchema>;

const DueScheduleSchema = v.object({ ...ScheduleSchema.entries, dueAt: v.string() });
/** A schedule whose next step is due. `dueAt` is ISO 8601. */
export type DueSchedule = v.InferOutput<typeof DueScheduleSchema>;

/** Finds the schedule whose next step is due first; `undefined` if none is due by the instant `by`, ISO 8601. */
export function nextDueSchedule(db: DatabaseSync, by: string): DueSchedule | undefined {
  const row = db.prepare('SELECT * FROM lives WHERE dueAt <= ? ORDER BY dueAt, application LIMIT 1').get(by);
  return row && v.parse(DueScheduleSchema, row);
}

/** Starts the script of a case. Its steps are done while officials work by themselves (`--speed`). */
export function startSchedule(context: ScheduleContext, kase: Case, script: ScriptName): void {
  const schedule: Schedule = { application: kase.number, script, step: 0 };
  insertRow(context.db, 'lives', { ...schedule, dueAt: dueAtOf(context, kase, schedule) });
}

/** Plans the step `schedule.step` as the next one of a case. Ends the schedule if the script has no such step. */
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

/** Skips the next step of a script. The step after it becomes the next one, and is due when the skipped one was due. */
export const skipScriptStep = (db: DatabaseSync, number: string): void => {
  db.prepare('UPDATE lives SET step = step + 1 WHERE application = ?').run(number);
};

/** Ends the script of a case. */
export const endSchedule = (db: DatabaseSync, number: string): void => {
  db.prepare('DELETE FROM lives WHERE application = ?').run(number);
};

/** Pauses the script of a case for the applicant's answer, until the opening of the working day after `until`, `YYYY-MM-DD`. */
export function pauseSchedule({ db, data }: ScheduleContext, number: string, until: string): void {
  const day = dueDate({ value: 1, unit: 'workingDay' }, until, data.calendar);
  const morning = new RegionClock(data.region.timeZone).instantAt(day, OPENING_MINUTE);
  db.prepare('UPDATE lives SET dueAt = ? WHERE application = ?').run(morning.toISOString(), number);
}

/** Continues a paused script: plans its next step from now on. Does nothing if the case has no script. */
export function resumeSchedule(context: ScheduleContext, kase: Case): void {
  const row = context.db.prepare('SELECT * FROM lives WHERE application = ?').get(kase.number);
  if (row) setNextScriptStep(context, kase, v.parse(ScheduleSchema, row));
}

/** Officials start at 9:00, in minutes from midnight. */
const OPENING_MINUTE = 9 * 60;
const WORKING_DAY_MINUTES = 8 * 60;
/** Two steps of a case are at least this far apart. */
const MIN_GAP_MINUTES = 10;

/**
 * When a step is due, ISO 8601. The script says the day in percent of the period: with a period of 10 working days, a step at
 * 20 % is due on day 2, and the next one at 50 % three working days after it. The time of the day is a hash of the case's
 * number and the step: it looks random, and is the same each time.
 */
function dueAtOf({ data: { calendar, region }, now }: ScheduleContext, kase: Case, schedule: Schedule) {
  const { script, step } = schedule;
  const instant = now();
  const clock = new RegionClock(region.timeZone);
  const submittedOn = regionDay(new Date(kase.submittedAt), region.timeZone);
  const dueOn = answerDueDate(kase.period, submittedOn, calendar);
  const registeredOn = registrationDay(submittedOn, calendar);
  const periodDays = Math.max(1, daysLeft(dueOn, registeredOn, { unit: 'workingDay', calendar }));
  const dayOfStep = (index: number) =>
    Math.floor(((SCRIPTS[script].steps[index]?.atPercent ?? 0) * periodDays) / 100);
  const daysAhead = dayOfStep(step) - dayOfStep(step - 1);
  const day = dueDate(
    { value: daysAhead, unit: 'workingDay' },
    regionDay(instant, region.timeZone),
    calendar,
  );
  const digest = createHash('sha256').update(`${kase.number} ${step}`).digest();
  const planned = clock
    .instantAt(day, OPENING_MINUTE + (digest.readUInt16BE() % WORKING_DAY_MINUTES))
    .toISOString();
  const soonest = new Date(instant.getTime() + MIN_GAP_MINUTES * 60_000).toISOString();
  return planned > soonest ? planned : soonest;
}
