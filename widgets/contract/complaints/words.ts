import type { MovesInWords } from '../applications/words.ts';
import { COMPLAINT_MOVES, COMPLAINT_STATE_WORDS, type ComplaintMove, type ComplaintMover } from './moves.ts';

const MOVER_WORDS: Record<ComplaintMover, string> = {
  author: 'кто жалуется',
  agency: 'ведомство',
  controllingBody: 'контролирующий орган',
};

/** What moves a complaint, in words. */
export const COMPLAINT_MOVES_IN_WORDS: MovesInWords = {
  title: 'Как жалоба движется',
  about:
    'Чего нет в таблице, того портал не делает. О каждом шаге он сообщает событием `complaintChanged`, если жаловались после входа.',
  moves: Object.values<ComplaintMove>(COMPLAINT_MOVES).map(({ title, from, to, who, restartsPeriod }) => ({
    from: from.map((state) => COMPLAINT_STATE_WORDS[state]),
    what: title,
    to: COMPLAINT_STATE_WORDS[to],
    who: MOVER_WORDS[who],
    follows: restartsPeriod ? ['срок начинается заново'] : [],
  })),
};
