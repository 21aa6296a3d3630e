import type { ComplaintState } from './schemas.ts';

/** Who moves a complaint: its author, the body complained of, or the one that controls it. */
export type ComplaintMover = 'author' | 'agency' | 'controllingBody';

export interface ComplaintMove {
  /** What is done, as people say it. */
  title: string;
  /** States in which it is possible; none for a complaint that is new. */
  from: readonly ComplaintState[];
  to: ComplaintState;
  mover: ComplaintMover;
  /** Possible only when the last day of the answer has passed. */
  onlyOverdue?: true;
  /** The days of the answer are counted anew. */
  restartsPeriod?: true;
}

/** Where a complaint stands, as people say it. */
export const COMPLAINT_STATE_WORDS: Record<ComplaintState, string> = {
  registered: 'Зарегистрирована',
  underReview: 'Рассматривают',
  answered: 'Есть ответ',
  escalated: 'Передана в контролирующий орган',
  closed: 'Контролирующий орган ответил',
};

/** All that can change the state of a complaint: whatever is not in this table is refused (210-ФЗ, arts. 11.1 and 11.2). */
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
export type ComplaintMoveName = keyof typeof COMPLAINT_MOVES;

/** Whether a complaint may be moved so. */
export function isComplaintMoveAllowed(
  name: ComplaintMoveName,
  { state, overdue = false }: { state: ComplaintState; overdue?: boolean },
): boolean {
  const { from, onlyOverdue }: ComplaintMove = COMPLAINT_MOVES[name];
  return from.includes(state) && (overdue || !onlyOverdue);
}

/** Whether nobody works on a complaint any more: it is answered, unless its author takes it further. */
export const isComplaintAnswered = (state: ComplaintState): boolean =>
  state === 'answered' || state === 'closed';
