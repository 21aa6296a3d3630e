import type { State } from '../../widgets/contract/applications/schemas.ts';
import type { Answers } from '../../widgets/contract/forms/schemas.ts';

/** One step of a script: what an official does, and when: in percent of the period that the law gives, in working days. */
export type Step = { at: number } & (
  | { do: 'move'; to: State }
  /** Asks another body for what the state already has, and gets its answer. */
  | { do: 'request' | 'reply'; agency: string; about: string }
  /** Asks the applicant. Left out where nobody has signed in: he could not answer. */
  | { do: 'ask'; text: string }
  /** `amount` is in kopecks. */
  | { do: 'bill'; purpose: string; amount: number }
);

/** How a case goes, scripted. */
export interface Script {
  /** Where this word stands in an answer, the case goes so. */
  word?: string;
  /** What happens, in Russian: for those who try it. */
  about: string;
  steps: readonly Step[];
}

export const SCRIPT_NAMES = ['question', 'refusal', 'invoice', 'overdue', 'usual'] as const;
export type ScriptName = (typeof SCRIPT_NAMES)[number];

const MVD = { agency: 'МВД', about: 'где человек зарегистрирован' };
const ZAGS = { agency: 'ЗАГС', about: 'запись акта' };

const CHECKED: Step = { at: 10, do: 'move', to: 'checked' };
const REQUESTS: readonly Step[] = [
  { at: 20, do: 'move', to: 'requested' },
  { at: 20, do: 'request', ...MVD },
  { at: 20, do: 'request', ...ZAGS },
  { at: 30, do: 'reply', ...ZAGS },
  { at: 50, do: 'reply', ...MVD },
];
const RESULT: readonly Step[] = [
  { at: 70, do: 'move', to: 'decided' },
  { at: 80, do: 'move', to: 'ready' },
];

/** What the sandbox's officials do, by the word that a tester writes into an answer. */
export const SCRIPTS: Record<ScriptName, Script> = {
  question: {
    word: 'вопрос',
    about:
      'Специалист задаст вопрос, и срок остановится. Ответите — дело пойдёт дальше. Не ответите — откажут.',
    steps: [
      CHECKED,
      ...REQUESTS,
      {
        at: 60,
        do: 'ask',
        text: 'На снимке документа не видно печати. Пришлите, пожалуйста, снимок чётче или напишите, где документ выдан.',
      },
      ...RESULT,
    ],
  },
  refusal: {
    word: 'отказ',
    about: 'Откажут и скажут, что исправить. Заявление можно исправить и подать снова.',
    steps: [CHECKED, ...REQUESTS, { at: 60, do: 'move', to: 'refused' }],
  },
  invoice: {
    word: 'пошлина',
    about: 'Выставят счёт на 350 рублей.',
    steps: [
      CHECKED,
      { at: 10, do: 'bill', purpose: 'Государственная пошлина', amount: 35_000 },
      ...REQUESTS,
      ...RESULT,
    ],
  },
  overdue: {
    word: 'просрочка',
    about: 'Ответят вдвое позже, чем должны.',
    steps: [
      CHECKED,
      ...REQUESTS,
      { at: 200, do: 'move', to: 'decided' },
      { at: 210, do: 'move', to: 'ready' },
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
  return SCRIPT_NAMES.find((name) => words.has(SCRIPTS[name].word ?? '')) ?? 'usual';
};
