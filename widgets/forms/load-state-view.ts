import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import { helpPhone } from './form-selectors.ts';
import type { LoadStateMessages } from './form-messages.ts';

/** Shown instead of the form: that it is loading, or why there is none; the fallback content; a button that tries again. */
export function loadStateView(form: Form, messages: LoadStateMessages, retry: () => void): TemplateResult {
  const { stage } = form.state;
  const { at } = stage;
  const hasFailed = at === 'unavailable' || at === 'notFound';
  return html`<div class="frame">
    <p class=${hasFailed ? 'note' : 'loading'} role=${hasFailed ? 'alert' : 'status'}>
      ${loadStateText(form, messages)}
    </p>
    <slot></slot>
    ${
      at === 'unavailable'
        ? html`<div><button class="button" type="button" @click=${retry}>${messages.retry}</button></div>`
        : nothing
    }
    ${at === 'notFound' && stage.card ? html`<p><a href=${stage.card}>${messages.card}</a></p>` : nothing}
  </div>`;
}

function loadStateText(form: Form, messages: LoadStateMessages): string {
  const { stage } = form.state;
  const phone = helpPhone(form);
  if (stage.at === 'unavailable') return messages.unavailable(phone);
  if (stage.at === 'notFound') return stage.card ? messages.noForm(phone) : messages.unknown;
  return 'isSlow' in stage && phone ? messages.slow(phone) : messages.loading;
}
