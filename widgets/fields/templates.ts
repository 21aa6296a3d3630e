import { html, nothing, type TemplateResult } from 'lit';

/**
 * Native controls as template functions: label, hint, error and control stand in one tree and are tied by id.
 * What they share: `id` names the field within its root, `error` is shown when it is not empty.
 */
export interface FieldOptions {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  /** Word put behind the label of a field that may stay empty, e.g. «необязательно». */
  optional?: string;
}

interface Describe {
  hint?: string | undefined;
  error?: string | undefined;
  id: string;
}

/** Ids of what describes a control, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: Describe): string | undefined =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;

/** What stands between a label and its control. */
export const hintAndError = ({ id, hint, error }: Describe): TemplateResult => html`
  ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
  ${error ? html`<span class="error" id="${id}-error">${error}</span>` : nothing}
`;

const labelText = ({ label, required, optional }: FieldOptions) =>
  html`${label}${!required && optional ? html` <span class="optional">· ${optional}</span>` : nothing}`;

export interface TextFieldOptions extends FieldOptions {
  value: string;
  type?: 'text' | 'tel' | 'email';
  multiline?: boolean;
  inputmode?: 'text' | 'numeric' | 'tel' | 'email';
  autocomplete?: string | undefined;
  maxLength?: number | undefined;
  /** A short value: the box shows how much is expected. */
  narrow?: boolean;
  onInput: (value: string) => void;
  onBlur?: () => void;
}

/** One line or several lines of text. */
export function textField(options: TextFieldOptions): TemplateResult {
  const { id, value, error, required = false, onInput, onBlur } = options;
  const input = (event: Event) => {
    onInput((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  };
  return html`<div class="field ${error ? 'bad' : ''}">
    <label for=${id}>${labelText(options)}</label>
    ${hintAndError(options)}
    ${
      options.multiline
        ? html`<textarea
            class="input"
            id=${id}
            .value=${value}
            maxlength=${options.maxLength ?? nothing}
            aria-describedby=${describedBy(options) ?? nothing}
            aria-invalid=${error ? 'true' : 'false'}
            aria-required=${required ? 'true' : 'false'}
            @input=${input}
            @blur=${onBlur}
          ></textarea>`
        : html`<input
            class="input ${options.narrow ? 'narrow' : ''}"
            id=${id}
            type=${options.type ?? 'text'}
            .value=${value}
            maxlength=${options.maxLength ?? nothing}
            inputmode=${options.inputmode ?? nothing}
            autocomplete=${options.autocomplete ?? nothing}
            enterkeyhint="next"
            aria-describedby=${describedBy(options) ?? nothing}
            aria-invalid=${error ? 'true' : 'false'}
            aria-required=${required ? 'true' : 'false'}
            @input=${input}
            @blur=${onBlur}
          />`
    }
  </div>`;
}

export interface ChoiceFieldOptions extends FieldOptions {
  value: string;
  options: readonly { value: string; label: string }[];
  /** Words of the empty choice in a long list, e.g. «Выберите». */
  choose: string;
  onChange: (value: string) => void;
}

/** Up to this many choices lie open as radio buttons; more are a drop-down list. */
const MOST_RADIOS = 6;

/** One of several: radio buttons, or a drop-down list where there are many, or none yet. The first radio has the field's id. */
export function choiceField(options: ChoiceFieldOptions): TemplateResult {
  const { id, value, error, required = false, onChange } = options;
  const change = (event: Event) => {
    onChange((event.target as HTMLInputElement | HTMLSelectElement).value);
  };
  const { length } = options.options;
  if (length === 0 || length > MOST_RADIOS)
    return html`<div class="field ${error ? 'bad' : ''}">
      <label for=${id}>${labelText(options)}</label>
      ${hintAndError(options)}
      <select
        class="input"
        id=${id}
        .value=${value}
        aria-describedby=${describedBy(options) ?? nothing}
        aria-invalid=${error ? 'true' : 'false'}
        aria-required=${required ? 'true' : 'false'}
        @change=${change}
      >
        <option value="" ?selected=${value === ''}>${options.choose}</option>
        ${options.options.map(
          (option) =>
            html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
        )}
      </select>
    </div>`;
  return html`<fieldset
    class="field ${error ? 'bad' : ''}"
    aria-describedby=${describedBy(options) ?? nothing}
  >
    <legend>${labelText(options)}</legend>
    ${hintAndError(options)}
    <div class="options">
      ${options.options.map(
        (option, i) =>
          html`<label class="option"
            ><input
              type="radio"
              id=${i ? `${id}-${i}` : id}
              name=${id}
              value=${option.value}
              .checked=${option.value === value}
              ?required=${required}
              @change=${change}
            /><span>${option.label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

export interface Mistake {
  /** Id of the control to go to. */
  id: string;
  message: string;
}

/**
 * The error summary: takes focus after a failed submit; its links bring the label into view and focus the control, without
 * touching the address of the host's page (GOV.UK Design System, error summary).
 */
export const errorSummary = (title: string, mistakes: readonly Mistake[]): TemplateResult =>
  html`<div
    class="summary"
    tabindex="-1"
    role="group"
    aria-labelledby="okno-summary-title"
    data-focus="summary"
  >
    <h3 id="okno-summary-title">${title}</h3>
    <ul>
      ${mistakes.map(
        ({ id, message }) =>
          html`<li><a href="#${id}" @click=${goToControl} data-control=${id}>${message}</a></li>`,
      )}
    </ul>
  </div>`;

function goToControl(event: Event): void {
  const link = event.currentTarget as HTMLElement;
  const root = link.getRootNode() as ShadowRoot;
  const control = root.getElementById(link.dataset['control'] ?? '');
  if (!control) return;
  event.preventDefault();
  const field = control.closest('.field') ?? control;
  field.scrollIntoView({ block: 'start' });
  control.focus({ preventScroll: true });
}
