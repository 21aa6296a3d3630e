import type { TemplateResult } from 'lit';

import type { InstantKind } from '../contract/instant/schemas.ts';
import { textIn } from '../fields/field-kind.ts';
import { textField } from '../fields/text-field.ts';
import type { Form } from '../forms/form.ts';
import { errorOf } from '../forms/form-selectors.ts';
import type { checkedFileView } from './file-question.ts';
import type { Messages, QuestionName } from './first-messages.ts';

/** The questions of each kind, in the order of the page. */
export const INSTANT_QUESTIONS: Record<InstantKind, readonly QuestionName[]> = {
  fines: ['plate', 'licence'],
  taxDebt: ['inn'],
  pensionAccount: [],
  enforcementProceedings: [],
  signatureCheck: ['file', 'signature'],
};
const OPTIONAL: readonly QuestionName[] = ['licence', 'signature'];
const FILES: readonly QuestionName[] = ['file', 'signature'];

/** Whether a kind asks for files: what shows them is fetched then. */
export const asksForFiles = (kind: InstantKind): boolean =>
  INSTANT_QUESTIONS[kind].some((name) => FILES.includes(name));

/** Shows the questions of one kind; those for files as soon as `files` has come. */
export const instantQuestionsView = (
  form: Form,
  messages: Messages,
  { kind, files }: { kind: InstantKind; files: typeof checkedFileView | undefined },
): (TemplateResult | undefined)[] =>
  INSTANT_QUESTIONS[kind].map((name) =>
    (FILES.includes(name) ? files : textView)?.(form, optionsOf(form, messages, name), messages),
  );

/** What text and file questions have in common. */
const optionsOf = (form: Form, messages: Messages, name: QuestionName) => ({
  id: name,
  ...messages.questions[name],
  error: errorOf(form, name),
  required: !OPTIONAL.includes(name),
  optional: messages.optional,
});

const textView = (form: Form, options: ReturnType<typeof optionsOf>) =>
  textField({
    ...options,
    value: textIn(form.state.values, options.id),
    inputmode: options.id === 'plate' ? 'text' : 'numeric',
    autocomplete: 'off',
    narrow: true,
    onInput: (value) => {
      form.setValues({ [options.id]: value });
    },
    onBlur: () => void form.validateField(options.id),
  });
