import type { State } from '../../widgets/contract/applications/schemas.ts';
import type { Answers } from '../../widgets/contract/answers/schemas.ts';

/**
 * One step of a script: what an official does, and when. `atPercent` is a share of the period in working days: in a period of
 * 10 days, 20 means day 2, and 200 means day 20, twice as late as the law allows.
 */
export type ScriptStep = { atPercent: number } & (
  | { action: 'move'; to: State }
  /** Asks another agency (by its short name, «МВД») for data, or gets its reply. `about` says which data. */
  | { action: 'request' | 'reply'; agency: string; about: string }
  /** Asks the applicant. */
  | { action: 'ask'; text: string }
  /** Issues an invoice. `amount` is in kopecks. */
  | { action: 'bill'; purpose: string; amount: number }
);

/** What the sandbox's officials do with a case. */
export interface Script {
  /** A case follows this script if the word stands in one of its answers. The usual script has none. */
  keyword?: string;
  /** What happens, in Russian, for people who try it. */
  about: string;
  /** In the order in which they are done. */
  steps: readonly ScriptStep[];
}

/** Names of the scripts. If an application has several keywords, the first script counts. */
export const SCRIPT_NAMES = ['question', 'refusal', 'invoice', 'overdue', 'usual'] as const;
/** Name of a script. */
export type ScriptName = (typeof SCRIPT_NAMES)[number];

/** Agencies that are asked for data in the scripts below. */
const MVD = { agency: 'МВД', about: 'где человек зарегистрирован' };
const ZAGS = { agency: 'ЗАГС', about: 'запись акта' };

/** Steps that several scripts share: checking the documents, asking other agencies, giving the result. */
const CHECK_STEP: ScriptStep = { atPercent: 10, action: 'move', to: 'checked' };
const REQUEST_STEPS: readonly ScriptStep[] = [
  { atPercent: 20, action: 'move', to: 'requested' },
  { atPercent: 20, action: 'request', ...MVD },
  { atPercent: 20, action: 'request', ...ZAGS },
  { atPercent: 30, action: 'reply', ...ZAGS },
  { atPercent: 50, action: 'reply', ...MVD },
];
const RESULT_STEPS: readonly ScriptStep[] = [
  { atPercent: 70, action: 'move', to: 'decided' },
  { atPercent: 80, action: 'move', to: 'ready' },
];

/** All scripts. A tester chooses one by writing its keyword into an answer: «отказ» has the application refused. */
export const SCRIPTS: Record<ScriptName, Script> = {
  question: {
    keyword: 'вопрос',
    about:
      'Специалист задаст вопрос, и срок остановится. Ответите — дело пойдёт дальше. Не ответите — откажут.',
    steps: [
      CHECK_STEP,
      ...REQUEST_STEPS,
      {
        atPercent: 60,
        action: 'ask',
        text: 'На снимке документа не видно печати. Пришлите, пожалуйста, снимок чётче или напишите, где документ выдан.',
      },
      ...RESULT_STEPS,
    ],
  },
  refusal: {
    keyword: 'отказ',
    about: 'Откажут и скажут, что исправить. Заявление можно исправить и подать снова.',
    steps: [CHECK_STEP, ...REQUEST_STEPS, { atPercent: 60, action: 'move', to: 'refused' }],
  },
  invoice: {
    keyword: 'пошлина',
    about: 'Выставят счёт на 350 рублей.',
    steps: [
      CHECK_STEP,
      { atPercent: 10, action: 'bill', purpose: 'Государственная пошлина', amount: 35_000 },
      ...REQUEST_STEPS,
      ...RESULT_STEPS,
    ],
  },
  overdue: {
    keyword: 'просрочка',
    about: 'Ответят вдвое позже, чем должны.',
    steps: [
      CHECK_STEP,
      ...REQUEST_STEPS,
      { atPercent: 200, action: 'move', to: 'decided' },
      { atPercent: 210, action: 'move', to: 'ready' },
    ],
  },
  usual: {
    about: 'Проверят документы, запросят сведения, примут решение и пришлют результат.',
    steps: [CHECK_STEP, ...REQUEST_STEPS, ...RESULT_STEPS],
  },
};

/**
 * Chooses the script of an application by a whole word in any of its answers, in capital or small letters.
 *
 * @example
 * scriptFor({ childLastName: 'Отказ' }) // 'refusal'
 * scriptFor({ childLastName: 'Отказов' }) // 'usual'
 */
export const scriptFor = (answers: Answers): ScriptName => {
  const words = new Set(
    Object.values(answers).flatMap((answer) =>
      typeof answer === 'string' ? (answer.toLowerCase().match(/\p{L}+/gu) ?? []) : [],
    ),
  );
  return SCRIPT_NAMES.find((name) => words.has(SCRIPTS[name].keyword ?? '')) ?? 'usual';
};
