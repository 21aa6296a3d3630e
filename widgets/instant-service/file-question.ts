import { html, nothing, type TemplateResult } from 'lit';

import { fieldClass, describedBy, hintAndError, labelText, type FieldOptions } from '../fields/field.ts';
import type { Form } from '../forms/form.ts';
import type { Messages } from './first-messages.ts';

/**
 * A field for one file that stays on the device: `<okno-file-field>` would upload it. The button is ours, because the browser's own control
 * forgets its file with the page; the draft keeps it.
 */
export function checkedFileView(form: Form, options: FieldOptions, messages: Messages): TemplateResult {
  const { id: name } = options;
  const value = form.state.values[name];
  const [file] = Array.isArray(value) ? value : [];
  const choose = html`<button
      class="button second"
      type="button"
      id=${name}
      aria-describedby=${describedBy(options)}
      @click=${openFileWindow}
    >
      ${file ? messages.otherFile : messages.chooseFile}
    </button>
    <input
      class="hidden"
      type="file"
      tabindex="-1"
      aria-hidden="true"
      @change=${fileListener(form, name)}
    />`;
  return html`<fieldset class=${fieldClass(options.error)}>
    <legend>${labelText(options)}</legend>
    ${hintAndError(options)} ${file ? html`<p class="file" data-file=${name}>${file.name}</p>` : nothing}
    <div class="buttons">
      ${choose} ${file ? removeView(form, messages, { name, title: file.name }) : nothing}
    </div>
  </fieldset>`;
}

const removeView = (form: Form, messages: Messages, { name, title }: { name: string; title: string }) =>
  html`<button
    class="link"
    type="button"
    @click=${() => {
      form.setValues({ [name]: undefined });
    }}
  >
    ${messages.removeFile(title)}
  </button>`;

/** The browser's own control stands behind the button. */
function openFileWindow(event: Event): void {
  (event.currentTarget as Element).parentElement?.querySelector('input')?.click();
}

const fileListener = (form: Form, name: string) => (event: Event) => {
  const input = event.target as HTMLInputElement;
  const [chosen] = input.files ?? [];
  // Without this, choosing the same file again after removing it would send no `change`.
  input.value = '';
  if (chosen) form.setValues({ [name]: [chosen] });
};
