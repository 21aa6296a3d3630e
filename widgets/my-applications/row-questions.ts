import { html, type TemplateResult } from 'lit';

import { textField } from '../fields/text-field.ts';
import type { ListActions, ListContext } from './list-state.ts';
import type { Row } from './rows.ts';

/** Asks, in a row, what the citizen calls it. */
export function nameView(row: Row, { messages, actions }: ListContext): TemplateResult {
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).elements.namedItem('name') as HTMLInputElement;
    actions.rename(row, input.value.trim());
  };
  return html`<form class="asks" novalidate @submit=${save}>
    ${textField({
      id: 'name',
      label: messages.name,
      hint: messages.nameHint,
      value: row.name,
      required: true,
      autocomplete: 'off',
      onInput: () => undefined,
    })}
    <div class="pair">
      <button class="button">${messages.save}</button>
      ${cancelButton(messages.cancel, actions)}
    </div>
  </form>`;
}

/** Asks, in a row, whether to withdraw the application. */
export function withdrawalView(row: Row, { messages, actions }: ListContext): TemplateResult {
  const withdraw = () => {
    actions.withdraw(row);
  };
  return html`<div class="asks" role="group" aria-labelledby="withdrawal">
    <p id="withdrawal" tabindex="-1">${messages.askWithdrawal}</p>
    <div class="pair">
      <button class="button" type="button" @click=${withdraw}>${messages.confirmWithdrawal}</button>
      ${cancelButton(messages.keep, actions)}
    </div>
  </div>`;
}

function cancelButton(text: string, actions: ListActions) {
  const cancel = () => {
    actions.change({ asking: undefined });
  };
  return html`<button class="link" type="button" @click=${cancel}>${text}</button>`;
}
