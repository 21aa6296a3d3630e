import { html, nothing, type TemplateResult } from 'lit';

/**
 * What every field shows. Native controls are template functions: label, hint, error and control stand in one tree and are tied
 * by id.
 */
export interface FieldOptions {
  /** Id of the control, unique in its shadow root. */
  id: string;
  label: string;
  hint?: string | undefined;
  /** Error text; shown when it is not empty. */
  error?: string | undefined;
  required?: boolean;
  /** Id of a hint about the group that the field stands in. */
  about?: string;
  /** Word behind the label of a field that may stay empty, e.g. «необязательно». */
  optional?: string;
}

type Description = Pick<FieldOptions, 'id' | 'hint' | 'error' | 'about'>;

/** Class of the box around a field; `bad` marks one with a mistake. */
export const fieldClass = (error: string | undefined): string => (error ? 'field bad' : 'field');

/**
 * Gives the ids of error and hint, for `aria-describedby`; no attribute where there is neither.
 *
 * @example
 * describedBy({ id: 'email', hint: 'Для ответа', error: 'Введите почту' }) // 'email-error email-hint'
 */
export const describedBy = ({ id, hint, error, about }: Description): string | typeof nothing =>
  [error && `${id}-error`, about, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;

/**
 * The value of `aria-invalid`. No attribute without an error: Firefox goes on telling screen readers the `false` that the text of a control
 * had at first.
 */
export const isInvalid = (error: string | undefined): true | typeof nothing => !!error || nothing;

/** Hint and error, between the label and the control. */
export const hintAndError = ({ id, hint, error }: Description): TemplateResult => html`
  ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
  ${error ? html`<span class="error" id="${id}-error">${error}</span>` : nothing}
`;

/** The text of the label, with the word `optional` behind it where the field may stay empty. */
export const labelText = ({ label, required, optional }: FieldOptions): TemplateResult =>
  html`${label}${!required && optional ? html` <span class="optional">· ${optional}</span>` : nothing}`;
