import type { State } from './schemas.ts';

/** Who moves a case. `portal`: nobody, a period has run out. */
export type CaseMover = 'applicant' | 'specialist' | 'portal';

/** What follows a move, besides an entry in the history and the event `applicationChanged`. */
export type Consequence =
  /** The applicant gets a letter. Words of the official's own go out with every move. */
  | 'letter'
  /** The law does not count the days on which the body waits for the applicant. */
  | 'periodStops'
  /** The question is closed, and the period runs on. */
  | 'periodResumes'
  /** A question is closed, if one waits. */
  | 'questionClosed'
  /** The result is put into the case as a file. */
  | 'result'
  /** Invoices that are not paid need not be paid. */
  | 'invoicesCancelled';

export interface CaseMove {
  /** States in which it is possible; none for an application that is new. */
  from: readonly State[];
  /** Where the case is then. `back`: where it stood before the question; `next`: one step after that. */
  to: State | 'back' | 'next';
  who: CaseMover;
  follows: readonly Consequence[];
  /** A step of the way to the result, which a case goes when nothing special happens. */
  isStep?: true;
}

/** All states but the ends. */
const OPEN = ['registered', 'checked', 'requested', 'asked', 'decided'] as const;

/**
 * All that can change the state of a case: whatever is not in this table is refused. A portal does what it says, and the page for
 * developers shows it.
 */
export const CASE_MOVES = {
  register: { from: [], to: 'registered', who: 'applicant', follows: [], isStep: true },
  check: { from: ['registered'], to: 'checked', who: 'specialist', follows: ['letter'], isStep: true },
  request: { from: ['checked'], to: 'requested', who: 'specialist', follows: ['letter'], isStep: true },
  decide: { from: ['requested'], to: 'decided', who: 'specialist', follows: [], isStep: true },
  issue: { from: ['decided'], to: 'ready', who: 'specialist', follows: ['letter', 'result'], isStep: true },
  ask: {
    from: ['registered', 'checked', 'requested'],
    to: 'asked',
    who: 'specialist',
    follows: ['periodStops', 'letter'],
  },
  answer: { from: ['asked'], to: 'back', who: 'applicant', follows: ['periodResumes'] },
  continue: { from: ['asked'], to: 'next', who: 'specialist', follows: ['periodResumes', 'letter'] },
  refuse: {
    from: OPEN,
    to: 'refused',
    who: 'specialist',
    follows: ['questionClosed', 'letter', 'invoicesCancelled'],
  },
  refuseUnanswered: {
    from: ['asked'],
    to: 'refused',
    who: 'portal',
    follows: ['questionClosed', 'letter', 'invoicesCancelled'],
  },
  withdraw: {
    from: OPEN,
    to: 'withdrawn',
    who: 'applicant',
    follows: ['questionClosed', 'invoicesCancelled'],
  },
} as const satisfies Record<string, CaseMove>;
export type CaseMoveName = keyof typeof CASE_MOVES;

const ROWS: readonly CaseMove[] = Object.values(CASE_MOVES);
const STEPS = ROWS.filter(({ isStep }) => isStep);

/** Where a case stands: its state, and while a question waits, the state before the question. */
export interface CasePlace {
  state: State;
  standing: State | null;
}

/** Where a move brings a case; `undefined` where the table does not allow it. */
export function targetOf(name: CaseMoveName, { state, standing }: CasePlace): State | undefined {
  const { from, to }: CaseMove = CASE_MOVES[name];
  if (!from.includes(state)) return undefined;
  if (to === 'back') return standing ?? state;
  return to === 'next' ? nextState(standing ?? state) : to;
}

/** The state that comes next on the way to the result; `undefined` where the way is over. */
export const nextState = (state: State): State | undefined =>
  STEPS.find(({ from }) => from.includes(state))?.to as State | undefined;

/** The states on the way to the result, in order. */
export const WAY = STEPS.map(({ to }) => to) as readonly State[];

/** Whether nothing moves a case any more. */
export const isEnd = (state: State): boolean => !ROWS.some(({ from }) => from.includes(state));
