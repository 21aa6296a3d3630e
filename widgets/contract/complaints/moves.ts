import type { ComplaintState } from './schemas.ts';

/** Who moves a complaint: its author, the agency complained of, or the body that controls this agency. */
export type ComplaintMover = 'author' | 'agency' | 'controllingBody';

/** One line of the table {@link COMPLAINT_MOVES}: a change of the state of a complaint. */
export interface ComplaintMove {
  /** What is done, as people say it: «Не согласиться с ответом». */
  title: string;
  /** States in which it is allowed. Empty: the move creates the complaint. */
  from: readonly ComplaintState[];
  /** The new state. */
  to: ComplaintState;
  /** Who may do it. */
  mover: ComplaintMover;
  /** Allowed only after the last day of the answer. */
  onlyOverdue?: true;
  /** The period of the answer starts again, from the day of this move. */
  restartsPeriod?: true;
}

/** State → its Russian name. */
export const COMPLAINT_STATE_WORDS: Record<ComplaintState, string> = {
  registered: 'Зарегистрирована',
  underReview: 'Рассматривают',
  answered: 'Есть ответ',
  escalated: 'Передана в контролирующий орган',
  closed: 'Контролирующий орган ответил',
};

/**
 * All moves of a complaint; the portal refuses any other (210-ФЗ, arts. 11.1 and 11.2).
 *
 * registered → underReview → answered is the usual way. From each of them the author can escalate: from `answered` if he disagrees,
 * from the other two if the answer is overdue. Then escalated → closed.
 */
export const COMPLAINT_MOVES = {
  register: { title: 'Подать жалобу', from: [], to: 'registered', mover: 'author' },
  review: { title: 'Начать рассматривать', from: ['registered'], to: 'underReview', mover: 'agency' },
  answer: { title: 'Ответить', from: ['underReview'], to: 'answered', mover: 'agency' },
  disagree: {
    title: 'Не согласиться с ответом',
    from: ['answered'],
    to: 'escalated',
    mover: 'author',
    restartsPeriod: true,
  },
  escalateOverdue: {
    title: 'Не дождаться ответа в срок',
    from: ['registered', 'underReview'],
    to: 'escalated',
    mover: 'author',
    onlyOverdue: true,
    restartsPeriod: true,
  },
  close: { title: 'Ответить', from: ['escalated'], to: 'closed', mover: 'controllingBody' },
} as const satisfies Record<string, ComplaintMove>;
/** Name of a move: a key of {@link COMPLAINT_MOVES}. */
export type ComplaintMoveName = keyof typeof COMPLAINT_MOVES;

/**
 * Whether the table allows a move of a complaint now.
 *
 * @example isComplaintMoveAllowed('escalateOverdue', { state: 'registered', overdue: true }) // true
 */
export function isComplaintMoveAllowed(
  name: ComplaintMoveName,
  { state, overdue = false }: { state: ComplaintState; overdue?: boolean },
): boolean {
  const { from, onlyOverdue }: ComplaintMove = COMPLAINT_MOVES[name];
  return from.includes(state) && (overdue || !onlyOverdue);
}

/** Whether nobody works on a complaint: the agency has answered, or, after an escalation, the controlling body. */
export const isComplaintAnswered = (state: ComplaintState): boolean =>
  state === 'answered' || state === 'closed';
