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

/** Schedules are checked this often, in real time. */
const TICK_MS = 250;

/** Lets officials work by themselves from now on. Gives a function that stops them and the calendar. */
export function startAutomaticOfficials(
  context: EventContext & LogContext,
  fastClock: FastClock,
): () => void {
  fastClock.save();
  const timer = setInterval(() => {
    try {
      fastClock.save();
      advanceSchedules(context);
    } catch (error) {
      // The disk is full, or another process has locked the database. It is tried again at the next tick.
      logError(context, error);
    }
  }, TICK_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    fastClock.stop();
  };
}

/**
 * Does all steps of scripts that are due by now, in the order in which they were due. Each step is dated with the instant at
 * which it was due. So the result is the same whether the portal runs all the time, or catches up on a month at once.
 */
export function advanceSchedules(context: EventContext): void {
  const now = context.now().toISOString();
  while (runTransaction(context.db, () => advanceBatch(context, now)));
}

/**
 * Steps that are committed in one transaction. Each commit waits for the disk; a long transaction keeps other writers waiting.
 */
const BATCH_SIZE = 100;

/** Does at most `BATCH_SIZE` steps. Gives whether more may be due. */
function advanceBatch(context: EventContext, now: string): boolean {
  for (let count = 0; count < BATCH_SIZE; count++) {
    const dueSchedule = nextDueSchedule(context.db, now);
    if (!dueSchedule) return false;
    advanceCase({ ...context, now: () => new Date(dueSchedule.dueAt) }, dueSchedule);
  }
  return true;
}

/**
 * Does the next step of one case. `context.now` gives the instant at which the step was due. A case whose question is due has
 * not been answered in time, and is refused.
 */
function advanceCase(context: EventContext, dueSchedule: DueSchedule): void {
  const { db } = context;
  const { application, script, step } = dueSchedule;
  const caseBefore = findCase(db, application);
  if (caseBefore?.state === 'asked')
    moveCase(context, caseBefore, { move: 'refuseUnanswered', ...UNANSWERED_WORDS });
  else if (caseBefore && !isFinalState(caseBefore.state))
    runScriptStep(context, caseBefore, { steps: SCRIPTS[script].steps, index: step });

  const caseAfter = findCase(db, application);
  if (!caseAfter || isFinalState(caseAfter.state)) endSchedule(db, application);
  else if (caseAfter.state === 'asked') skipScriptStep(db, application);
  else setNextScriptStep(context, caseAfter, { ...dueSchedule, step: step + 1 });
}

/**
 * Does the step `index` of a script. An official may have moved the case by hand meanwhile: a move to a state that the case has
 * passed is left out, and so is any other action if the case is not in the state that the script expects.
 */
function runScriptStep(
  context: EventContext,
  kase: Case,
  { steps, index }: { steps: readonly ScriptStep[]; index: number },
): void {
  const step = steps[index];
  if (step?.action === 'move') {
    const isBehind =
      STATES_TO_RESULT.includes(step.to) &&
      STATES_TO_RESULT.indexOf(step.to) <= STATES_TO_RESULT.indexOf(kase.state);
    if (!isBehind) moveByScript(context, kase, step.to);
  } else if (step && kase.state === scriptedStateAt(steps, index)) runScriptAction(context, kase, step);
}

/** Moves a case to a state, through all states before it. */
function moveByScript(context: EventContext, kase: Case, to: Case['state']): void {
  for (const move of movesTowards(kase, to))
    moveCase(context, findCase(context.db, kase.number) ?? kase, { move });
}

/** The state of a case before the step `index`, if it has only followed the script: that of the last move before the step. */
const scriptedStateAt = (steps: readonly ScriptStep[], index: number) =>
  steps.slice(0, index).reduce((state, step) => (step.action === 'move' ? step.to : state), 'registered');

/** Does any step but a `move`. */
function runScriptAction(
  context: EventContext,
  kase: Case,
  step: Exclude<ScriptStep, { action: 'move' }>,
): void {
  const { number } = kase;
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
      moveCase(context, kase, { move: 'ask', text: step.text });
  }
}
