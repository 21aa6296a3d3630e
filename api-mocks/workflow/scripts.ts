import type { State } from '../../widgets/contract/applications/schemas.ts';
import type { Answers } from '../../widgets/contract/forms/schemas.ts';

/** One step of a script: what an official does, and when: in percent of the period that the law gives, in working days. */
export type ScriptStep = { atPercent: number } & (
  | { action: 'move'; to: State }
  /** Asks another body for what the state already has, and gets its answer. */
  | { action: 'request' | 'reply'; agency: string; about: string }
  /** Asks the applicant. Left out where nobody has signed in: he could not answer. */
  | { action: 'ask'; text: string }
  /** `amount` is in kopecks. */
  | { action: 'bill'; purpose: string; amount: number }
);

/** How a case goes, scripted. */
export interface Script {
  /** Where this word stands in an answer, the case goes so. */
  keyword?: string;
  /** What happens, in Russian: for those who try it. */
  about: string;
  steps: readonly ScriptStep[];
}

export const SCRIPT_NAMES = ['question', 'refusal', 'invoice', 'overdue', 'usual'] as const;
export type ScriptName = (typeof SCRIPT_NAMES)[number];

const MVD = { agency: 'МВД', about: 'где человек зарегистрирован' };
const ZAGS = { agency: 'ЗАГС', about: 'запись акта' };

const CHECKED: ScriptStep = { atPercent: 10, action: 'move', to: 'checked' };
const REQUESTS: readonly ScriptStep[] = [
  { atPercent: 20, action: 'move', to: 'requested' },
  { atPercent: 20, action: 'request', ...MVD },
  { atPercent: 20, action: 'request', ...ZAGS },
  { atPercent: 30, action: 'reply', ...ZAGS },
  { atPercent: 50, action: 'reply', ...MVD },
];
const RESULT: readonly ScriptStep[] = [
  { atPercent: 70, action: 'move', to: 'decided' },
  { atPercent: 80, action: 'move', to: 'ready' },
];

/** What the sandbox's officials do, by the word that a tester writes into an answer. */
export const SCRIPTS: Record<ScriptName, Script> = {
  question: {
    keyword: 'вопрос',
    about:
      'Специалист задаст вопрос, и срок остановится. Ответите — дело пойдёт дальше. Не ответите — откажут.',
    steps: [
      CHECKED,
      ...REQUESTS,
      {
        atPercent: 60,
        action: 'ask',
        text: 'На снимке документа не видно печати. Пришлите, пожалуйста, снимок чётче или напишите, где документ выдан.',
      },
      ...RESULT,
    ],
  },
  refusal: {
    keyword: 'отказ',
    about: 'Откажут и скажут, что исправить. Заявление можно исправить и подать снова.',
    steps: [CHECKED, ...REQUESTS, { atPercent: 60, action: 'move', to: 'refused' }],
  },
  invoice: {
    keyword: 'пошлина',
    about: 'Выставят счёт на 350 рублей.',
    steps: [
      CHECKED,
      { atPercent: 10, action: 'bill', purpose: 'Государственная пошлина', amount: 35_000 },
      ...REQUESTS,
      ...RESULT,
    ],
  },
  overdue: {
    keyword: 'просрочка',
    about: 'Ответят вдвое позже, чем должны.',
    steps: [
      CHECKED,
      ...REQUESTS,
      { atPercent: 200, action: 'move', to: 'decided' },
      { atPercent: 210, action: 'move', to: 'ready' },
    ],
  },
  usual: {
    about: 'Проверят документы, запросят сведения, примут решение и пришлют результат.',
    steps: [CHECKED, ...REQUESTS, ...RESULT],
  },
};

/** The script of an application: by a whole word in any of its answers, whatever its case. */
export const scriptFor = (answers: Answers): ScriptName => {
  const words = new Set(
    Object.values(answers).flatMap((answer) =>
      typeof answer === 'string' ? (answer.toLowerCase().match(/\p{L}+/gu) ?? []) : [],
    ),
  );
  return SCRIPT_NAMES.find((name) => words.has(SCRIPTS[name].keyword ?? '')) ?? 'usual';
};
