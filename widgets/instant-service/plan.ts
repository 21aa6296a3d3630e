import type { InstantAnswer, InstantKind } from '../contract/instant/schemas.ts';
import type { FormPlan } from '../forms/plan.ts';
import { loadModule } from '../portal/errors.ts';
import { INSTANT_QUESTIONS } from './questions.ts';
import type { InstantReceipt } from './receipt.ts';
import type { InstantQuestion } from './rules.ts';

/** What the plan needs of the element. */
interface Widget {
  /** The text of a mistake, as far as the texts have come. */
  mistakeText: (name: string, code: string) => string;
  loadTexts: () => Promise<void>;
  /** Fetches what shows an answer. */
  loadAnswerView: () => Promise<void>;
  onAnswer: (answer: InstantAnswer) => void;
}

/** Makes the plan of the form of one kind. */
export const instantPlan = (
  kind: InstantKind,
  widget: Widget,
): FormPlan<InstantQuestion, InstantReceipt> => ({
  draft: { name: `instant-${kind}` },
  lastStep: 0,
  questionsOf: () => INSTANT_QUESTIONS[kind],
  errorText: (name, code) => widget.mistakeText(name, code),
  loadRules: async () => {
    const [{ instantRules }] = await Promise.all([import('./rules.ts'), widget.loadTexts()]);
    return instantRules(kind, widget.onAnswer);
  },
  prepareStep: async (step) => {
    if (step > 0) await loadModule(Promise.all([widget.loadAnswerView(), widget.loadTexts()]));
    return true;
  },
  // After a sign-in for which the page has left.
  resendsWhenOpened: true,
  // A signature is checked here where it can be.
  keepsFilesHere: true,
  onSent: () => undefined,
  valuesToKeep: () => ({}),
});
