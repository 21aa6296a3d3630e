import { html, nothing, type TemplateResult } from 'lit';

import { fieldClass, describedBy, hintAndError, labelText, type FieldOptions } from './field.ts';

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
export const textField = (options: TextFieldOptions): TemplateResult =>
  html`<div class=${fieldClass(options.error)}>
    <label for=${options.id}>${labelText(options)}</label>
    ${hintAndError(options)} ${options.multiline ? area(options) : line(options)}
  </div>`;

const line = (options: TextFieldOptions) =>
  html`<input
    class="input ${options.narrow ? 'narrow' : ''}"
    id=${options.id}
    type=${options.type ?? 'text'}
    .value=${options.value}
    maxlength=${options.maxLength ?? nothing}
    inputmode=${options.inputmode ?? nothing}
    autocomplete=${options.autocomplete ?? nothing}
    enterkeyhint="next"
    aria-describedby=${describedBy(options)}
    aria-invalid=${!!options.error}
    aria-required=${!!options.required}
    @input=${listener(options)}
    @blur=${options.onBlur}
  />`;

const area = (options: TextFieldOptions) =>
  html`<textarea
    class="input"
    id=${options.id}
    .value=${options.value}
    maxlength=${options.maxLength ?? nothing}
    aria-describedby=${describedBy(options)}
    aria-invalid=${!!options.error}
    aria-required=${!!options.required}
    @input=${listener(options)}
    @blur=${options.onBlur}
  ></textarea>`;

const listener =
  ({ onInput }: TextFieldOptions) =>
  (event: Event) => {
    onInput((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  };
