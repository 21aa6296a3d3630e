import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import type { SomeFormMessages } from './form-messages.ts';

interface Buttons {
  /** Text of the main button; `messages.send` unless given. */
  label?: string | undefined;
  /** Buttons and links beside it. */
  otherButtons?: TemplateResult | typeof nothing | undefined;
}

/** The button that sends the form or goes to the next step; beside it, in a form with one step, whether the draft is saved. */
export function formButtons(
  form: Form,
  messages: SomeFormMessages,
  { label, otherButtons = nothing }: Buttons = {},
): TemplateResult {
  const { stage, saved } = form.state;
  const isSending = stage.at === 'sending';
  const isSaved = saved && form.plan.lastStep === 0;
  return html`<div class="go">
    <button class="button" aria-disabled=${isSending} @click=${ignoreDoubleClick}>
      ${isSending ? messages.sending : (label ?? messages.send)}
    </button>
    ${otherButtons} ${isSaved ? html`<span class="saved small quiet">${messages.saved}</span>` : nothing}
  </div>`;
}

/** The second click of a double click comes when the next step is shown already, where nothing has been typed yet. */
function ignoreDoubleClick(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}
