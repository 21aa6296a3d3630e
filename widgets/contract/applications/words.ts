import { CASE_MOVES, STATE_WORDS, type CaseMove, type CaseMover, type Consequence } from './moves.ts';

const MOVER_WORDS: Record<CaseMover, string> = {
  applicant: 'заявитель',
  specialist: 'специалист',
  portal: 'портал, сам',
};

const CONSEQUENCE_WORDS: Record<Consequence, string> = {
  letter: 'заявителю пишут',
  periodStops: 'срок останавливается',
  periodResumes: 'срок идёт дальше',
  questionClosed: 'вопрос, если он был, снят',
  result: 'в деле появляется файл',
  invoicesCancelled: 'неоплаченные счета отменены',
};

const TARGET_WORDS = { back: 'Где стояло до вопроса', next: 'Шаг за тем, где стояло до вопроса' };

/** One row of a table of moves, in words. */
interface MoveInWords {
  from: string[];
  what: string;
  to: string;
  who: string;
  follows: string[];
}

/** A table of moves as the page for developers shows it. `about` may have code in backticks. */
export interface MovesInWords {
  title: string;
  about: string;
  moves: readonly MoveInWords[];
}

/** What moves a case, in words. */
export const CASE_MOVES_IN_WORDS: MovesInWords = {
  title: 'Как дело движется',
  about:
    'Чего нет в таблице, того портал не делает. Каждый шаг он записывает в историю и сообщает о нём событием `applicationChanged`.',
  moves: Object.values<CaseMove>(CASE_MOVES).map(({ title, from, to, who, follows }) => ({
    from: from.map((state) => STATE_WORDS[state].title),
    what: title,
    to: to === 'back' || to === 'next' ? TARGET_WORDS[to] : STATE_WORDS[to].title,
    who: MOVER_WORDS[who],
    follows: follows.map((consequence) => CONSEQUENCE_WORDS[consequence]),
  })),
};
