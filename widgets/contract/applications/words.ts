import { CASE_MOVES, STATE_WORDS, type CaseMove, type CaseMover, type Consequence } from './moves.ts';

const MOVER_WORDS: Record<CaseMover, string> = {
  applicant: 'заявитель',
  specialist: 'специалист',
  portal: 'портал, сам',
};

const CONSEQUENCE_WORDS: Record<Consequence, string> = {
  sendLetter: 'заявителю пишут',
  stopAnswerPeriod: 'срок останавливается',
  resumeAnswerPeriod: 'срок идёт дальше',
  closeQuestion: 'вопрос, если он был, снят',
  issueResult: 'в деле появляется файл',
  cancelInvoices: 'неоплаченные счета отменены',
  cancelVisit: 'приём, который ещё не прошёл, отменён',
};

/** The targets of moves that depend on the case: see `CaseMove.to`. */
const TARGET_WORDS = { back: 'Где стояло до вопроса', next: 'Шаг за тем, где стояло до вопроса' };

/** One row of a table of moves, all of it in Russian. */
interface MoveRow {
  /** Names of states; empty for the move that creates the case. */
  from: string[];
  /** What is done: «Проверить документы». */
  title: string;
  /** Name of the new state. */
  to: string;
  /** Who does it: «специалист». */
  mover: string;
  /** What the portal does then: «заявителю пишут». */
  consequences: string[];
}

/** A table of moves, as the page for developers shows it. */
export interface MoveTable {
  /** Heading. */
  title: string;
  /** Text above the table. It may have code in backticks. */
  about: string;
  /** In the order of the table in the code. */
  moves: readonly MoveRow[];
}

/** {@link CASE_MOVES} as a table in Russian. */
export const CASE_MOVE_TABLE: MoveTable = {
  title: 'Как дело движется',
  about:
    'Чего нет в таблице, того портал не делает. Каждый шаг он записывает в историю и сообщает о нём событием `applicationChanged`.',
  moves: Object.values<CaseMove>(CASE_MOVES).map(({ title, from, to, mover, consequences }) => ({
    from: from.map((state) => STATE_WORDS[state].title),
    title,
    to: to === 'back' || to === 'next' ? TARGET_WORDS[to] : STATE_WORDS[to].title,
    mover: MOVER_WORDS[mover],
    consequences: consequences.map((consequence) => CONSEQUENCE_WORDS[consequence]),
  })),
};
