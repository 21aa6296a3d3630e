import { html, type TemplateResult } from 'lit';

import { fieldClass, describedBy, hintAndError, isInvalid, labelText, type FieldOptions } from './field.ts';

/** What a choice field shows, and what it calls. */
export interface ChoiceFieldOptions extends FieldOptions {
  /** Value of the chosen option; empty where none is. */
  value: string;
  options: readonly { value: string; label: string }[];
  /** Text of the empty option of a drop-down list, e.g. «Выберите». */
  choose: string;
  onChange: (value: string) => void;
}

/** With more options than this, the field is a drop-down list. */
const MAX_RADIOS = 6;

/**
 * A choice of one option: radio buttons for 1 to 6 options; a drop-down list for more, and for none, because they are still being
 * fetched. The first radio button has the id of the field, so that the error summary can lead to it.
 */
export function choiceField(options: ChoiceFieldOptions): TemplateResult {
  const { length } = options.options;
  return length === 0 || length > MAX_RADIOS ? dropDown(options) : radios(options);
}

const dropDown = (options: ChoiceFieldOptions) =>
  html`<div class=${fieldClass(options.error)}>
    <label for=${options.id}>${labelText(options)}</label>
    ${hintAndError(options)}
    <select
      class="input"
      id=${options.id}
      .value=${options.value}
      aria-describedby=${describedBy(options)}
      aria-invalid=${isInvalid(options.error)}
      aria-required=${!!options.required}
      @change=${listener(options)}
    >
      <option value="" ?selected=${options.value === ''}>${options.choose}</option>
      ${options.options.map(
        ({ value, label }) =>
          html`<option value=${value} ?selected=${value === options.value}>${label}</option>`,
      )}
    </select>
  </div>`;

const radios = (options: ChoiceFieldOptions) =>
  html`<fieldset
    class=${fieldClass(options.error)}
    role="radiogroup"
    aria-required=${!!options.required}
    aria-invalid=${isInvalid(options.error)}
  >
    <legend>${labelText(options)}</legend>
    ${hintAndError(options)}
    <div class="options">
      ${options.options.map(
        ({ value, label }, i) =>
          html`<label class="option"
            ><input
              type="radio"
              id=${i ? `${options.id}-${i}` : options.id}
              name=${options.id}
              value=${value}
              .checked=${value === options.value}
              aria-describedby=${describedBy(options)}
              @change=${listener(options)}
            /><span>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;

const listener =
  ({ onChange }: ChoiceFieldOptions) =>
  (event: Event) => {
    onChange((event.target as HTMLInputElement | HTMLSelectElement).value);
  };
