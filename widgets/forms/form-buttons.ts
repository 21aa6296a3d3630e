import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import type { FormMessages } from './form-messages.ts';

interface Buttons {
  /** Words of the main button, where it does not send. */
  label?: string | undefined;
  /** What stands beside it. */
  otherButtons?: TemplateResult | typeof nothing | undefined;
}

/** The button that sends the form or leads to the next step. */
export function formButtons(
  form: Form,
  words: FormMessages,
  { label, otherButtons = nothing }: Buttons = {},
): TemplateResult {
  const { stage, saved } = form.state;
  const isSending = stage.at === 'sending';
  const isSaved = saved && form.plan.lastStep === 0;
  return html`<div class="go">
      <button class="button" aria-disabled=${isSending} @click=${ignoreDoubleClick}>
        ${isSending ? words.sending : (label ?? words.send)}
      </button>
      ${otherButtons} ${isSaved ? html`<span class="saved small quiet">${words.saved}</span>` : nothing}
    </div>
    <p class="hidden" role="status">${isSending ? words.sending : ''}</p>`;
}

/** The second click of a double click comes when the next step is shown already, where nothing has been typed yet. */
function ignoreDoubleClick(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}
