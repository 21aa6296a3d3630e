import { findCase, isEnd, WAY, type Case } from '../cases/cases.ts';
import type { FastCalendar } from '../store/clock.ts';
import { transaction } from '../store/database.ts';
import { enter } from './enter.ts';
import { record } from '../cases/history.ts';
import { issueInvoice } from '../payments/invoices.ts';
import { logFault } from '../http/log.ts';
import { SCRIPTS, type Step } from './scripts.ts';
import type { Sandbox } from '../sandbox.ts';
import { dueLife, end, goTo, pass } from './schedules.ts';
import { SILENCE } from '../words.ts';

/** Milliseconds of real time between two looks at the calendar. */
const TICK = 250;

/** Officials work by themselves from now on. Gives what stops them, and the calendar with them. */
export function startLife(sandbox: Sandbox, calendar: FastCalendar): () => void {
  calendar.save();
  const timer = setInterval(() => {
    try {
      calendar.save();
      advance(sandbox);
    } catch (error) {
      // The disk is full or another process keeps the database: the next look may find it otherwise.
      logFault(sandbox, error);
    }
  }, TICK);
  timer.unref();
  return () => {
    clearInterval(timer);
    calendar.stop();
  };
}

/**
 * Does what officials have to have done by now, in the order in which it was due, each thing at the instant when it was due: in
 * one leap or in many it comes out the same.
 */
export function advance(sandbox: Sandbox): void {
  const now = sandbox.now().toISOString();
  while (transaction(sandbox.db, () => advanceSome(sandbox, now)));
}

/** Steps that are committed together: each commit waits for the disk, and each keeps other writers waiting. */
const BATCH = 100;

function advanceSome(sandbox: Sandbox, now: string): boolean {
  for (let left = BATCH; left > 0; left--) if (!advanceOne(sandbox, now)) return false;
  return true;
}

function advanceOne(sandbox: Sandbox, now: string): boolean {
  const life = dueLife(sandbox.db, now);
  if (!life) return false;
  const { application, script, step, dueAt } = life;
  const then: Sandbox = { ...sandbox, now: () => new Date(dueAt) };
  const found = findCase(sandbox.db, application);
  if (found?.state === 'asked') enter(then, found, 'refused', SILENCE);
  else if (found && !isEnd(found.state)) perform(then, found, SCRIPTS[script].steps, step);

  const after = findCase(sandbox.db, application);
  if (!after || isEnd(after.state)) end(sandbox.db, application);
  else if (after.state === 'asked') pass(sandbox.db, application);
  else goTo(then, after, { ...life, step: step + 1 });
  return true;
}

/** Does one step, unless an official has brought the case further by hand. */
function perform(sandbox: Sandbox, found: Case, steps: readonly Step[], place: number): void {
  const step = steps[place];
  if (step?.do === 'enter') {
    const isBehind = WAY.includes(step.state) && WAY.indexOf(step.state) <= WAY.indexOf(found.state);
    if (!isBehind) enter(sandbox, found, step.state);
  } else if (step && found.state === phaseAt(steps, place)) work(sandbox, found, step);
}

/** The state in which a case is at a step when it goes by the script alone. */
const phaseAt = (steps: readonly Step[], place: number) =>
  steps.slice(0, place).reduce((state, step) => (step.do === 'enter' ? step.state : state), 'registered');

function work(sandbox: Sandbox, found: Case, step: Exclude<Step, { do: 'enter' }>): void {
  const { number, citizen } = found;
  switch (step.do) {
    case 'request':
      record(sandbox, number, {
        action: 'requestSent',
        role: 'specialist',
        note: `${step.agency}: ${step.about}.`,
      });
      break;
    case 'reply':
      record(sandbox, number, {
        action: 'requestAnswered',
        role: 'otherAgency',
        note: `${step.agency}: ответ пришёл.`,
      });
      break;
    case 'bill':
      issueInvoice(sandbox, number, step.purpose, step.amount);
      break;
    case 'ask':
      if (citizen !== null) enter(sandbox, found, 'asked', { text: step.text });
  }
}
