import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import { helpPhone } from './form-selectors.ts';
import type { LoadStateMessages } from './form-messages.ts';

/** Shown instead of the form: that it is loading, or why there is none; the fallback content; a button that tries again. */
export function loadStateView(form: Form, messages: LoadStateMessages, retry: () => void): TemplateResult {
  const { at } = form.state.stage;
  const text =
    at === 'unavailable'
      ? messages.unavailable(helpPhone(form))
      : at === 'notFound'
        ? messages.unknown
        : messages.loading;
  const hasFailed = at === 'unavailable' || at === 'notFound';
  return html`<div class="frame">
    <p class=${hasFailed ? 'note' : 'loading'} role=${hasFailed ? 'alert' : 'status'}>${text}</p>
    <slot></slot>
    ${
      at === 'unavailable'
        ? html`<div><button class="button" type="button" @click=${retry}>${messages.retry}</button></div>`
        : nothing
    }
  </div>`;
}
