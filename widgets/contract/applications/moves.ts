// Longer than most: a table with an entry for each move.
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
  /** What is done, as an official would say it. */
  title: string;
  /** States in which it is possible; none for an application that is new. */
  from: readonly State[];
  /** Where the case is then. `back`: where it stood before the question; `next`: one step after that. */
  to: State | 'back' | 'next';
  who: CaseMover;
  follows: readonly Consequence[];
  /** A step of the way to the result, which a case goes when nothing special happens. */
  isStep?: true;
}

/** A state of a case in words of the sandbox portal. */
interface StateWords {
  title: string;
  /** What it means for the applicant: the history says it, where an official says nothing else. */
  note: string;
  /** What the body writes to the applicant. A question and a refusal usually have words of their own. */
  letter?: string;
}

/** Where a case stands, as people say it. */
export const STATE_WORDS: Record<State, StateWords> = {
  registered: { title: 'Зарегистрировано', note: 'Заявление у специалиста.' },
  checked: {
    title: 'Документы проверены',
    note: 'Документы в порядке.',
    letter: 'Мы проверили заявление и документы. Всё на месте, ничего приносить не нужно.',
  },
  requested: {
    title: 'Сведения запрошены',
    note: 'Запросили сведения, которые у государства уже есть. Вам ничего делать не нужно.',
    letter: 'Мы запросили сведения у других органов. Вам ничего делать не нужно.',
  },
  asked: {
    title: 'Ждём ответа заявителя',
    note: 'Специалист задал вам вопрос. Он в личном кабинете. Пока вы не ответите, срок не идёт. Подавали без входа — позвоните.',
    letter: 'На снимке документа не видно печати. Пришлите, пожалуйста, снимок чётче.',
  },
  decided: { title: 'Решение принято', note: 'Готовим результат.' },
  ready: {
    title: 'Результат готов',
    note: 'Результат лежит в личном кабинете. Нужна бумага с печатью — её распечатают в МФЦ.',
    letter: 'Результат готов: его можно скачать в деле. Нужна бумага с печатью — её распечатают в МФЦ.',
  },
  refused: {
    title: 'Отказано',
    note: 'Копия документа не читается. Сделайте снимок чётче и отправьте заявление ещё раз.',
    letter:
      'Копия документа не читается, поэтому мы отказали. Сделайте снимок чётче, исправьте заявление и отправьте его ещё раз: ' +
      'остальное заполнять заново не нужно.',
  },
  withdrawn: { title: 'Отозвано', note: 'Вы отозвали заявление. Подать новое можно в любой день.' },
};

/** All states but the ends. */
const OPEN = ['registered', 'checked', 'requested', 'asked', 'decided'] as const;

/**
 * All that can change the state of a case: whatever is not in this table is refused. A portal does what it says, and the page for
 * developers shows it.
 */
export const CASE_MOVES = {
  register: {
    title: 'Подать заявление',
    from: [],
    to: 'registered',
    who: 'applicant',
    follows: [],
    isStep: true,
  },
  check: {
    title: 'Проверить документы',
    from: ['registered'],
    to: 'checked',
    who: 'specialist',
    follows: ['letter'],
    isStep: true,
  },
  request: {
    title: 'Запросить сведения у других органов',
    from: ['checked'],
    to: 'requested',
    who: 'specialist',
    follows: ['letter'],
    isStep: true,
  },
  decide: {
    title: 'Принять решение',
    from: ['requested'],
    to: 'decided',
    who: 'specialist',
    follows: [],
    isStep: true,
  },
  issue: {
    title: 'Выдать результат',
    from: ['decided'],
    to: 'ready',
    who: 'specialist',
    follows: ['letter', 'result'],
    isStep: true,
  },
  ask: {
    title: 'Задать вопрос',
    from: ['registered', 'checked', 'requested'],
    to: 'asked',
    who: 'specialist',
    follows: ['periodStops', 'letter'],
  },
  answer: {
    title: 'Ответить на вопрос',
    from: ['asked'],
    to: 'back',
    who: 'applicant',
    follows: ['periodResumes'],
  },
  continue: {
    title: 'Продолжить, не дожидаясь ответа',
    from: ['asked'],
    to: 'next',
    who: 'specialist',
    follows: ['periodResumes', 'letter'],
  },
  refuse: {
    title: 'Отказать',
    from: OPEN,
    to: 'refused',
    who: 'specialist',
    follows: ['questionClosed', 'letter', 'invoicesCancelled'],
  },
  refuseUnanswered: {
    title: 'Ответа нет до последнего дня',
    from: ['asked'],
    to: 'refused',
    who: 'portal',
    follows: ['questionClosed', 'letter', 'invoicesCancelled'],
  },
  withdraw: {
    title: 'Отозвать заявление',
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
