import { STATES_TO_RESULT, isFinalState } from '../../widgets/contract/applications/moves.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { addHistoryEntry } from '../cases/history.ts';
import type { EventContext } from '../events/events.ts';
import { logError, type LogContext } from '../http/log.ts';
import { issueInvoice } from '../payments/invoices.ts';
import type { FastClock } from '../store/clock.ts';
import { runTransaction } from '../store/database.ts';
import { moveCase } from './case-moves.ts';
import { movesTowards } from './officials.ts';
import {
  endSchedule,
  nextDueSchedule,
  setNextScriptStep,
  skipScriptStep,
  type DueSchedule,
} from './schedules.ts';
import { SCRIPTS, type ScriptStep } from './scripts.ts';
import { UNANSWERED_WORDS } from './words.ts';

/** Milliseconds of real time between two looks at the calendar. */
const TICK_MS = 250;

/** Officials work by themselves from now on. Gives what stops them, and the calendar with them. */
export function startAutomaticOfficials(context: EventContext & LogContext, calendar: FastClock): () => void {
  calendar.save();
  const timer = setInterval(() => {
    try {
      calendar.save();
      advanceSchedules(context);
    } catch (error) {
      // The disk is full or another process keeps the database: the next look may find it otherwise.
      logError(context, error);
    }
  }, TICK_MS);
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
export function advanceSchedules(context: EventContext): void {
  const now = context.now().toISOString();
  while (runTransaction(context.db, () => advanceBatch(context, now)));
}

/** Steps that are committed together: each commit waits for the disk, and each keeps other writers waiting. */
const BATCH_SIZE = 100;

/** Whether more may be due. */
function advanceBatch(context: EventContext, now: string): boolean {
  for (let left = BATCH_SIZE; left > 0; left--) {
    const due = nextDueSchedule(context.db, now);
    if (!due) return false;
    advanceCase({ ...context, now: () => new Date(due.dueAt) }, due);
  }
  return true;
}

/** Does the next step of one case. `now` is when the step was due. */
function advanceCase(context: EventContext, due: DueSchedule): void {
  const { db } = context;
  const { application, script, step } = due;
  const before = findCase(db, application);
  if (before?.state === 'asked') moveCase(context, before, { move: 'refuseUnanswered', ...UNANSWERED_WORDS });
  else if (before && !isFinalState(before.state))
    runScriptStep(context, before, { steps: SCRIPTS[script].steps, step });

  const after = findCase(db, application);
  if (!after || isFinalState(after.state)) endSchedule(db, application);
  else if (after.state === 'asked') skipScriptStep(db, application);
  else setNextScriptStep(context, after, { ...due, step: step + 1 });
}

/** Does one step of a script, unless an official has brought the case further by hand. */
function runScriptStep(
  context: EventContext,
  kase: Case,
  { steps, step: place }: { steps: readonly ScriptStep[]; step: number },
): void {
  const step = steps[place];
  if (step?.action === 'move') {
    const isBehind =
      STATES_TO_RESULT.includes(step.to) &&
      STATES_TO_RESULT.indexOf(step.to) <= STATES_TO_RESULT.indexOf(kase.state);
    if (!isBehind) moveByScript(context, kase, step.to);
  } else if (step && kase.state === scriptedStateAt(steps, place)) runScriptAction(context, kase, step);
}

function moveByScript(context: EventContext, kase: Case, to: Case['state']): void {
  for (const move of movesTowards(kase, to))
    moveCase(context, findCase(context.db, kase.number) ?? kase, { move });
}

/** The state in which a case is at a step when it follows the script alone. */
const scriptedStateAt = (steps: readonly ScriptStep[], place: number) =>
  steps.slice(0, place).reduce((state, step) => (step.action === 'move' ? step.to : state), 'registered');

function runScriptAction(context: EventContext, kase: Case, step: Exclude<ScriptStep, { do: 'move' }>): void {
  const { number, citizen } = kase;
  switch (step.action) {
    case 'request': {
      const note = `${step.agency}: ${step.about}.`;
      addHistoryEntry(context, number, { action: 'requestSent', role: 'specialist', note });
      break;
    }
    case 'reply': {
      const note = `${step.agency}: ответ пришёл.`;
      addHistoryEntry(context, number, { action: 'requestAnswered', role: 'otherAgency', note });
      break;
    }
    case 'bill':
      issueInvoice(context, number, step);
      break;
    case 'ask':
      if (citizen !== null) moveCase(context, kase, { move: 'ask', text: step.text });
  }
}
