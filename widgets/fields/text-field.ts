import { html, nothing, type TemplateResult } from 'lit';

import { fieldClass, describedBy, hintAndError, isInvalid, labelText, type FieldOptions } from './field.ts';

/** What a text field shows, and what it calls. */
export interface TextFieldOptions extends FieldOptions {
  value: string;
  /** Not `email`: Chromium rewrites a national domain of such a box while it is typed. */
  type?: 'text' | 'tel';
  multiline?: boolean;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  autocomplete?: string | undefined;
  /** Makes the box short, to show that a short value is expected. */
  narrow?: boolean;
  /** What stands below the box: a correction to accept. */
  offer?: unknown;
  onInput: (value: string) => void;
  onBlur?: () => void;
}

/** A native text field: `<input>`, or `<textarea>` for several lines. */
export const textField = (options: TextFieldOptions): TemplateResult =>
  html`<div class=${fieldClass(options.error)}>
    <label for=${options.id}>${labelText(options)}</label>
    ${hintAndError(options)} ${options.multiline ? area(options) : line(options)} ${options.offer}
  </div>`;

const line = (options: TextFieldOptions) =>
  html`<input
    class="input ${options.narrow ? 'narrow' : ''}"
    id=${options.id}
    type=${options.type ?? 'text'}
    .value=${options.value}
    inputmode=${options.inputmode ?? nothing}
    autocomplete=${options.autocomplete ?? nothing}
    enterkeyhint="next"
    aria-describedby=${describedBy(options)}
    aria-invalid=${isInvalid(options.error)}
    aria-required=${!!options.required}
    @input=${listener(options)}
    @change=${listener(options)}
    @blur=${options.onBlur}
  />`;

const area = (options: TextFieldOptions) =>
  html`<textarea
    class="input"
    id=${options.id}
    .value=${options.value}
    aria-describedby=${describedBy(options)}
    aria-invalid=${isInvalid(options.error)}
    aria-required=${!!options.required}
    @input=${listener(options)}
    @change=${listener(options)}
    @blur=${options.onBlur}
  ></textarea>`;

/** Hears `change` too: a browser that fills in by itself may send nothing else. */
const listener =
  ({ onInput }: TextFieldOptions) =>
  (event: Event) => {
    onInput((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  };
