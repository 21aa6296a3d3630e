// Longer than most: a table with an entry for each move.
import type { State } from './schemas.ts';

/** Who moves a case. `portal`: nobody, a period has run out. */
export type CaseMover = 'applicant' | 'specialist' | 'portal';

/** What follows a move, besides an entry in the history and the event `applicationChanged`. */
export type Consequence =
  /** The applicant gets a letter. Words of the official's own go out with every move. */
  | 'sendLetter'
  /** The law does not count the days on which the body waits for the applicant. */
  | 'stopAnswerPeriod'
  /** The question is closed, and the period runs on. */
  | 'resumeAnswerPeriod'
  /** A question is closed, if one waits. */
  | 'closeQuestion'
  /** The result is put into the case as a file. */
  | 'issueResult'
  /** Invoices that are not paid need not be paid. */
  | 'cancelInvoices';

export interface CaseMove {
  /** What is done, as an official would say it. */
  title: string;
  /** States in which it is possible; none for an application that is new. */
  from: readonly State[];
  /** Where the case is then. `back`: where it stood before the question; `next`: one step after that. */
  to: State | 'back' | 'next';
  mover: CaseMover;
  consequences: readonly Consequence[];
  /** A step of the way to the result, which a case goes when nothing special happens. */
  leadsToResult?: true;
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
const OPEN_STATES = ['registered', 'checked', 'requested', 'asked', 'decided'] as const;

/**
 * All that can change the state of a case: whatever is not in this table is refused. A portal does what it says, and the page for
 * developers shows it.
 */
export const CASE_MOVES = {
  register: {
    title: 'Подать заявление',
    from: [],
    to: 'registered',
    mover: 'applicant',
    consequences: [],
    leadsToResult: true,
  },
  check: {
    title: 'Проверить документы',
    from: ['registered'],
    to: 'checked',
    mover: 'specialist',
    consequences: ['sendLetter'],
    leadsToResult: true,
  },
  request: {
    title: 'Запросить сведения у других органов',
    from: ['checked'],
    to: 'requested',
    mover: 'specialist',
    consequences: ['sendLetter'],
    leadsToResult: true,
  },
  decide: {
    title: 'Принять решение',
    from: ['requested'],
    to: 'decided',
    mover: 'specialist',
    consequences: [],
    leadsToResult: true,
  },
  issue: {
    title: 'Выдать результат',
    from: ['decided'],
    to: 'ready',
    mover: 'specialist',
    consequences: ['sendLetter', 'issueResult'],
    leadsToResult: true,
  },
  ask: {
    title: 'Задать вопрос',
    from: ['registered', 'checked', 'requested'],
    to: 'asked',
    mover: 'specialist',
    consequences: ['stopAnswerPeriod', 'sendLetter'],
  },
  answer: {
    title: 'Ответить на вопрос',
    from: ['asked'],
    to: 'back',
    mover: 'applicant',
    consequences: ['resumeAnswerPeriod'],
  },
  continue: {
    title: 'Продолжить, не дожидаясь ответа',
    from: ['asked'],
    to: 'next',
    mover: 'specialist',
    consequences: ['resumeAnswerPeriod', 'sendLetter'],
  },
  refuse: {
    title: 'Отказать',
    from: OPEN_STATES,
    to: 'refused',
    mover: 'specialist',
    consequences: ['closeQuestion', 'sendLetter', 'cancelInvoices'],
  },
  refuseUnanswered: {
    title: 'Ответа нет до последнего дня',
    from: ['asked'],
    to: 'refused',
    mover: 'portal',
    consequences: ['closeQuestion', 'sendLetter', 'cancelInvoices'],
  },
  withdraw: {
    title: 'Отозвать заявление',
    from: OPEN_STATES,
    to: 'withdrawn',
    mover: 'applicant',
    consequences: ['closeQuestion', 'cancelInvoices'],
  },
} as const satisfies Record<string, CaseMove>;
export type CaseMoveName = keyof typeof CASE_MOVES;

const ALL_MOVES: readonly CaseMove[] = Object.values(CASE_MOVES);
const MOVES_TO_RESULT = ALL_MOVES.filter(({ leadsToResult }) => leadsToResult);

/** Where a case stands: its state, and while a question waits, the state before the question. */
export interface CasePosition {
  state: State;
  stateBefore: State | null;
}

/** Where a move brings a case; `undefined` where the table does not allow it. */
export function targetStateOf(name: CaseMoveName, { state, stateBefore }: CasePosition): State | undefined {
  const { from, to }: CaseMove = CASE_MOVES[name];
  if (!from.includes(state)) return undefined;
  if (to === 'back') return stateBefore ?? state;
  return to === 'next' ? nextState(stateBefore ?? state) : to;
}

/** The state that comes next on the way to the result; `undefined` where the way is over. */
export const nextState = (state: State): State | undefined =>
  MOVES_TO_RESULT.find(({ from }) => from.includes(state))?.to as State | undefined;

/** The states on the way to the result, in order. */
export const STATES_TO_RESULT = MOVES_TO_RESULT.map(({ to }) => to) as readonly State[];

/** Whether nothing moves a case any more. */
export const isFinalState = (state: State): boolean => !ALL_MOVES.some(({ from }) => from.includes(state));
