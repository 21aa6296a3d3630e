import { html, nothing, type TemplateResult } from 'lit';

/**
 * What every field shows. Native controls are template functions: label, hint, error and control stand in one tree and are tied
 * by id.
 */
export interface FieldOptions {
  /** Names the field within its root. */
  id: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong, in words; shown when it is not empty. */
  error?: string | undefined;
  required?: boolean;
  /** Word put behind the label of a field that may stay empty, e.g. «необязательно». */
  optional?: string;
}

type Description = Pick<FieldOptions, 'id' | 'hint' | 'error'>;

/** Class of the box around a field. */
export const fieldClass = (error: string | undefined): string => (error ? 'field bad' : 'field');

/** Ids of what describes a control, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: Description): string | typeof nothing =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;

/** What stands between a label and its control. */
export const hintAndError = ({ id, hint, error }: Description): TemplateResult => html`
  ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
  ${error ? html`<span class="error" id="${id}-error">${error}</span>` : nothing}
`;

/** The label, with a word behind it where the field may stay empty. */
export const labelText = ({ label, required, optional }: FieldOptions): TemplateResult =>
  html`${label}${!required && optional ? html` <span class="optional">· ${optional}</span>` : nothing}`;
