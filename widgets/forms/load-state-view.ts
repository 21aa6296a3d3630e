import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import { helpPhone } from './form-selectors.ts';
import type { LoadStateMessages } from './form-messages.ts';

/** The form cannot be filled in: why, the way to do it without the form, and trying again where that helps. */
export function loadStateView(form: Form, words: LoadStateMessages, retry: () => void): TemplateResult {
  const { at } = form.state.stage;
  const said =
    at === 'unavailable'
      ? words.unavailable(helpPhone(form))
      : at === 'notFound'
        ? words.unknown
        : words.loading;
  const isOver = at === 'unavailable' || at === 'notFound';
  return html`<div class="frame">
    <p class=${isOver ? 'note' : 'loading'} role=${isOver ? 'alert' : 'status'}>${said}</p>
    <slot></slot>
    ${
      at === 'unavailable'
        ? html`<div><button class="button" type="button" @click=${retry}>${words.retry}</button></div>`
        : nothing
    }
  </div>`;
}
