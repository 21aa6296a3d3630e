import { html, nothing, type TemplateResult } from 'lit';

import { textField } from '../fields/text-field.ts';
import type { DraftHandOver, HandOverState } from './hand-over.ts';
import type { HandOverMessages } from './hand-over-messages.ts';
import { qrCode } from './qr-code.ts';

type View = TemplateResult | typeof nothing;

/** Shows the code for the other device, or asks for one. */
export function handOverView<Input, Receipt>(
  handOver: DraftHandOver<Input, Receipt>,
  messages: HandOverMessages,
  timeZone: string,
): View {
  const { state } = handOver;
  if (!state) return nothing;
  const close = () => {
    handOver.show(undefined);
  };
  return html`<section class="note hand-over" aria-label=${messages.title}>
    ${contentView(handOver, state, { messages, timeZone })}
    <button class="link" type="button" @click=${close}>${messages.close}</button>
  </section>`;
}

function contentView<Input, Receipt>(
  handOver: DraftHandOver<Input, Receipt>,
  state: HandOverState,
  { messages, timeZone }: { messages: HandOverMessages; timeZone: string },
): View {
  switch (state.at) {
    case 'making':
      return html`<p role="status">${messages.making}</p>`;
    case 'failed':
      return html`<p role="alert">${messages.failed}</p>`;
    case 'shown':
      return html`<h3>${messages.title}</h3>
        <p>${messages.how}</p>
        <p class="code" data-code>${state.code}</p>
        ${qrCode(state.url, messages.qr)}
        <p class="small quiet">${messages.until(state.until, timeZone)}</p>`;
    case 'asking':
      return askView(handOver, messages, state.mistake);
  }
}

/** Asks for the code. It stands outside of the form: Enter takes the draft. */
function askView<Input, Receipt>(
  handOver: DraftHandOver<Input, Receipt>,
  messages: HandOverMessages,
  mistake: 'wrong' | 'failed' | undefined,
): View {
  let typed = '';
  const take = (event: Event) => {
    event.preventDefault();
    void handOver.take(typed);
  };
  return html`<form novalidate @submit=${take}>
    ${textField({
      id: 'hand-over',
      label: messages.code,
      error: mistake && messages[mistake],
      value: typed,
      onInput: (text) => {
        typed = text;
      },
    })}
    <button class="button second">${messages.take}</button>
  </form>`;
}
