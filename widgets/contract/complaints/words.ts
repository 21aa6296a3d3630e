import type { MoveTable } from '../applications/words.ts';
import { COMPLAINT_MOVES, COMPLAINT_STATE_WORDS, type ComplaintMove, type ComplaintMover } from './moves.ts';

const MOVER_WORDS: Record<ComplaintMover, string> = {
  author: 'кто жалуется',
  agency: 'ведомство',
  controllingBody: 'контролирующий орган',
};

/** {@link COMPLAINT_MOVES} as a table in Russian. */
export const COMPLAINT_MOVE_TABLE: MoveTable = {
  title: 'Как жалоба движется',
  about:
    'Чего нет в таблице, того портал не делает. О каждом шаге он сообщает событием `complaintChanged`, если жаловались после входа.',
  moves: Object.values<ComplaintMove>(COMPLAINT_MOVES).map(({ title, from, to, mover, restartsPeriod }) => ({
    from: from.map((state) => COMPLAINT_STATE_WORDS[state]),
    title,
    to: COMPLAINT_STATE_WORDS[to],
    mover: MOVER_WORDS[mover],
    consequences: restartsPeriod ? ['срок начинается заново'] : [],
  })),
};
