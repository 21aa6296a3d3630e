import { html, type TemplateResult } from 'lit';

import { textField } from './text-field.ts';

/** What the two fields that open a case say. */
export interface CaseFieldMessages {
  number: string;
  numberHint: string;
  code: string;
  codeHint: string;
}

/** What a citizen has typed to open a case. */
export interface CaseCredentials {
  number: string;
  code: string;
}

interface CaseFieldOptions {
  typed: CaseCredentials;
  /** What is wrong with one of them, in words. */
  errorOf: (name: keyof CaseCredentials) => string | undefined;
  onInput: (change: Partial<CaseCredentials>) => void;
}

/** Number of an application and its code, typed with or without dashes and spaces. Ids: `number`, `code`. */
export const caseFields = (words: CaseFieldMessages, options: CaseFieldOptions): TemplateResult =>
  html`${caseField('number', words, options)} ${caseField('code', words, options)}`;

const caseField = (
  id: keyof CaseCredentials,
  words: CaseFieldMessages,
  { typed, errorOf, onInput }: CaseFieldOptions,
) =>
  textField({
    id,
    label: words[id],
    hint: words[`${id}Hint`],
    error: errorOf(id),
    value: typed[id],
    required: true,
    narrow: true,
    inputmode: 'numeric',
    autocomplete: 'off',
    onInput: (value) => {
      onInput({ [id]: value });
    },
  });
