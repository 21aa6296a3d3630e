import { html, type TemplateResult } from 'lit';

import { textField } from './text-field.ts';

/** Texts of the two fields that open a case. */
export interface CaseFieldMessages {
  number: string;
  /** Hint below the number; `example` is a case number of the region. */
  numberHint: (example: string) => string;
  code: string;
  codeHint: string;
}

/** The number and the code of a case, as they were typed. */
export interface CaseCredentials {
  number: string;
  code: string;
}

interface CaseFieldOptions {
  /** A case number of the region, for the hint. */
  example: string;
  typed: CaseCredentials;
  /** Error text of one of the two fields. */
  errorOf: (name: keyof CaseCredentials) => string | undefined;
  onInput: (change: Partial<CaseCredentials>) => void;
  /** Called when a field has been left. */
  onBlur?: (name: keyof CaseCredentials) => void;
}

/** Fields for the number of an application and its code, with the ids `number` and `code`. Dashes and spaces do not matter. */
export const caseFields = (messages: CaseFieldMessages, options: CaseFieldOptions): TemplateResult =>
  html`${caseField('number', messages, options)} ${caseField('code', messages, options)}`;

const caseField = (
  id: keyof CaseCredentials,
  messages: CaseFieldMessages,
  { example, typed, errorOf, onInput, onBlur }: CaseFieldOptions,
) =>
  textField({
    id,
    label: messages[id],
    hint: id === 'number' ? messages.numberHint(example) : messages.codeHint,
    error: errorOf(id),
    value: typed[id],
    required: true,
    narrow: true,
    // A code has letters too.
    inputmode: id === 'number' ? 'numeric' : 'text',
    autocomplete: 'off',
    onInput: (value) => {
      onInput({ [id]: value });
    },
    onBlur: () => onBlur?.(id),
  });
