import type { MovesInWords } from '../applications/words.ts';
import { COMPLAINT_MOVES, type ComplaintMove, type ComplaintMoveName, type ComplaintMover } from './moves.ts';
import type { ComplaintState } from './schemas.ts';

/** Where a complaint stands, as people say it. */
export const COMPLAINT_STATE_WORDS: Record<ComplaintState, string> = {
  registered: 'Зарегистрирована',
  underReview: 'Рассматривают',
  answered: 'Есть ответ',
  escalated: 'Передана в контролирующий орган',
  closed: 'Контролирующий орган ответил',
};

const MOVE_WORDS: Record<ComplaintMoveName, string> = {
  register: 'Подать жалобу',
  review: 'Начать рассматривать',
  answer: 'Ответить',
  disagree: 'Не согласиться с ответом',
  escalateOverdue: 'Не дождаться ответа в срок',
  close: 'Ответить',
};

const MOVER_WORDS: Record<ComplaintMover, string> = {
  author: 'кто жалуется',
  agency: 'ведомство',
  controllingBody: 'контролирующий орган',
};

const FOLLOWS: Partial<Record<ComplaintMoveName, string[]>> = {
  disagree: ['срок начинается заново'],
  escalateOverdue: ['срок начинается заново'],
};

/** What moves a complaint, in words. */
export const COMPLAINT_MOVES_IN_WORDS: MovesInWords = {
  title: 'Как жалоба движется',
  about:
    'Чего нет в таблице, того портал не делает. О каждом шаге он сообщает событием `complaintChanged`, если жаловались после входа.',
  moves: Object.entries<ComplaintMove>(COMPLAINT_MOVES).map(([name, { from, to, who }]) => ({
    from: from.map((state) => COMPLAINT_STATE_WORDS[state]),
    what: MOVE_WORDS[name as ComplaintMoveName],
    to: COMPLAINT_STATE_WORDS[to],
    who: MOVER_WORDS[who],
    follows: FOLLOWS[name as ComplaintMoveName] ?? [],
  })),
};
