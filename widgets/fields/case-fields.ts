import { html, type TemplateResult } from 'lit';

import { textField } from './templates.ts';

/** What the two fields that open a case say. */
export interface CaseFieldWords {
  number: string;
  numberHint: string;
  code: string;
  codeHint: string;
}

/** What a citizen has typed to open a case. */
export interface CaseKeys {
  number: string;
  code: string;
}

/** Number of an application and its code, typed with or without dashes and spaces. Ids: `number`, `code`. */
export const caseFields = (
  words: CaseFieldWords,
  typed: CaseKeys,
  errors: { number: string | undefined; code: string | undefined },
  set: (change: Partial<CaseKeys>) => void,
): TemplateResult => {
  const common = { required: true, narrow: true, inputmode: 'numeric', autocomplete: 'off' } as const;
  return html`${textField({
    ...common,
    id: 'number',
    label: words.number,
    hint: words.numberHint,
    error: errors.number,
    value: typed.number,
    onInput: (number) => {
      set({ number });
    },
  })}
  ${textField({
    ...common,
    id: 'code',
    label: words.code,
    hint: words.codeHint,
    error: errors.code,
    value: typed.code,
    onInput: (code) => {
      set({ code });
    },
  })}`;
};
