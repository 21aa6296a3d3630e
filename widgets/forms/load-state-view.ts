import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import { helpPhone } from './form-selectors.ts';
import type { FirstLoadStateMessages, LoadStateMessages } from './form-messages.ts';

/** The texts, as far as they have come. */
type SomeMessages = FirstLoadStateMessages | LoadStateMessages;

/** Shown instead of the form: that it is loading, or why there is none; the fallback content; a button that tries again. */
export function loadStateView(form: Form, messages: SomeMessages, retry: () => void): TemplateResult {
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
    ${at === 'notFound' && stage.card && 'card' in messages ? html`<p><a href=${stage.card}>${messages.card}</a></p>` : nothing}
  </div>`;
}

function loadStateText(form: Form, messages: SomeMessages): string {
  const { stage } = form.state;
  const phone = helpPhone(form);
  if (stage.at === 'unavailable') return messages.unavailable(phone);
  if (stage.at === 'notFound' && 'unknown' in messages)
    return stage.card ? messages.noForm(phone) : messages.unknown;
  return 'isSlow' in stage && phone ? messages.slow(phone) : messages.loading;
}
