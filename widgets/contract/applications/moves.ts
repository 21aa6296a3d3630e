// Longer than other modules: a table with an entry for each move.
import type { State } from './schemas.ts';

/** Who moves a case. `portal`: no person, a period has ended. */
export type CaseMover = 'applicant' | 'specialist' | 'portal';

/** What the portal does after a move. It always adds a history entry and sends the event `applicationChanged` besides. */
export type Consequence =
  /** The applicant gets the letter of the new state. If the official writes one, it is sent with any move. */
  | 'sendLetter'
  /** The days of the answer stop: the law does not count those on which the agency waits for the applicant. */
  | 'stopAnswerPeriod'
  /** The question is closed, and the days of the answer go on: as many are left as when it was asked. */
  | 'resumeAnswerPeriod'
  /** The question is closed, if there is one. */
  | 'closeQuestion'
  /** The result is added to the case as a file. */
  | 'issueResult'
  /** Unpaid invoices are cancelled. */
  | 'cancelInvoices'
  /** A visit to which the agency has invited, and which is still to come, is cancelled. */
  | 'cancelVisit';

/** One line of the table {@link CASE_MOVES}: a change of the state of a case. */
export interface CaseMove {
  /** What is done, as an official says it: «Проверить документы». */
  title: string;
  /** States in which it is allowed. Empty: the move creates the case. */
  from: readonly State[];
  /** The new state. `back`: the state before the question; `next`: the one after it on the way to the result. */
  to: State | 'back' | 'next';
  /** Who may do it. */
  mover: CaseMover;
  /** What the portal does then. */
  consequences: readonly Consequence[];
  /** Set for a move on the way to the result. These moves make a chain: registered → checked → requested → decided → ready. */
  leadsToResult?: true;
}

/** Texts about a state, as the sandbox portal uses them. */
interface StateWords {
  /** Name of the state. */
  title: string;
  /** What the state means for the applicant. Stands in the history if the official writes no note. */
  note: string;
  /** The letter to the applicant. For a question and a refusal it is only a sample: officials write their own. */
  letter?: string;
}

/** State → its texts, in Russian. */
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
    note: 'Специалист задал вам вопрос.',
    letter: 'На снимке документа не видно печати. Пришлите, пожалуйста, снимок чётче.',
  },
  decided: { title: 'Решение принято', note: 'Готовим результат.' },
  ready: {
    title: 'Результат готов',
    note: 'Результат можно скачать в деле. Нужна бумага с печатью — её распечатают в МФЦ.',
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

/** All states that are not final. */
const OPEN_STATES = ['registered', 'checked', 'requested', 'asked', 'decided'] as const;

/**
 * All moves of a case: who may change which state to which. The portal refuses any other. The sandbox executes this table, the page
 * for developers shows it.
 *
 * registered → checked → requested → decided → ready is the usual way. `ask` leaves it for `asked`; `answer` returns to the state
 * before, `continue` goes on to the next. `refused` and `withdrawn` can be reached from every open state.
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
    consequences: ['closeQuestion', 'sendLetter', 'cancelInvoices', 'cancelVisit'],
  },
  refuseUnanswered: {
    title: 'Ответа нет до последнего дня',
    from: ['asked'],
    to: 'refused',
    mover: 'portal',
    consequences: ['closeQuestion', 'sendLetter', 'cancelInvoices', 'cancelVisit'],
  },
  withdraw: {
    title: 'Отозвать заявление',
    from: OPEN_STATES,
    to: 'withdrawn',
    mover: 'applicant',
    consequences: ['closeQuestion', 'cancelInvoices', 'cancelVisit'],
  },
} as const satisfies Record<string, CaseMove>;
/** Name of a move: a key of {@link CASE_MOVES}. */
export type CaseMoveName = keyof typeof CASE_MOVES;

/** The values of {@link CASE_MOVES}, without their names. */
const ALL_MOVES: readonly CaseMove[] = Object.values(CASE_MOVES);
const MOVES_TO_RESULT = ALL_MOVES.filter(({ leadsToResult }) => leadsToResult);

/** Where a case stands: its state; and, while that is `asked`, the state before the question, otherwise `null`. */
export interface CasePosition {
  state: State;
  stateBefore: State | null;
}

/**
 * The state after a move; `undefined` if the table does not allow the move.
 *
 * @example targetStateOf('answer', { state: 'asked', stateBefore: 'checked' }) // 'checked'
 * @example targetStateOf('continue', { state: 'asked', stateBefore: 'checked' }) // 'requested'
 */
export function targetStateOf(name: CaseMoveName, { state, stateBefore }: CasePosition): State | undefined {
  const { from, to }: CaseMove = CASE_MOVES[name];
  if (!from.includes(state)) return undefined;
  if (to === 'back') return stateBefore ?? state;
  return to === 'next' ? nextState(stateBefore ?? state) : to;
}

/**
 * The next state on the way to the result; `undefined` for `asked` and for a final state.
 *
 * @example nextState('requested') // 'decided'
 */
export const nextState = (state: State): State | undefined =>
  MOVES_TO_RESULT.find(({ from }) => from.includes(state))?.to as State | undefined;

/** The states on the way to the result, in order, from `registered` to `ready`. */
export const STATES_TO_RESULT = MOVES_TO_RESULT.map(({ to }) => to) as readonly State[];

/** Whether no move leads out of a state: `ready`, `refused`, `withdrawn`. */
export const isFinalState = (state: State): boolean => !ALL_MOVES.some(({ from }) => from.includes(state));
