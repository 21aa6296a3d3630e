import { CASE_MOVES, type CaseMove, type CaseMoveName, type CaseMover, type Consequence } from './moves.ts';
import type { State } from './schemas.ts';

/** Where a case stands, as people say it; and what that means for the applicant, in the sandbox portal. */
export const STATE_WORDS: Record<State, { title: string; note: string }> = {
  registered: { title: 'Зарегистрировано', note: 'Заявление у специалиста.' },
  checked: { title: 'Документы проверены', note: 'Документы в порядке.' },
  requested: {
    title: 'Сведения запрошены',
    note: 'Запросили сведения, которые у государства уже есть. Вам ничего делать не нужно.',
  },
  asked: {
    title: 'Ждём ответа заявителя',
    note: 'Специалист задал вам вопрос. Он в личном кабинете. Пока вы не ответите, срок не идёт. Подавали без входа — позвоните.',
  },
  decided: { title: 'Решение принято', note: 'Готовим результат.' },
  ready: {
    title: 'Результат готов',
    note: 'Результат лежит в личном кабинете. Нужна бумага с печатью — её распечатают в МФЦ.',
  },
  refused: {
    title: 'Отказано',
    note: 'Копия документа не читается. Сделайте снимок чётче и отправьте заявление ещё раз.',
  },
  withdrawn: { title: 'Отозвано', note: 'Вы отозвали заявление. Подать новое можно в любой день.' },
};

const MOVE_WORDS: Record<CaseMoveName, string> = {
  register: 'Подать заявление',
  check: 'Проверить документы',
  request: 'Запросить сведения у других органов',
  decide: 'Принять решение',
  issue: 'Выдать результат',
  ask: 'Задать вопрос',
  answer: 'Ответить на вопрос',
  continue: 'Продолжить, не дожидаясь ответа',
  refuse: 'Отказать',
  refuseUnanswered: 'Ответа нет до последнего дня',
  withdraw: 'Отозвать заявление',
};

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
export interface MoveInWords {
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
  moves: Object.entries<CaseMove>(CASE_MOVES).map(([name, { from, to, who, follows }]) => ({
    from: from.map((state) => STATE_WORDS[state].title),
    what: MOVE_WORDS[name as CaseMoveName],
    to: to === 'back' || to === 'next' ? TARGET_WORDS[to] : STATE_WORDS[to].title,
    who: MOVER_WORDS[who],
    follows: follows.map((consequence) => CONSEQUENCE_WORDS[consequence]),
  })),
};
