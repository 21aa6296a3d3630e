import { html, type TemplateResult } from 'lit';

import type { Ground } from '../contract/complaints/grounds.ts';
import { fieldClass, describedBy, hintAndError } from '../fields/field.ts';
import type { Form } from '../forms/form.ts';
import { errorOf } from '../forms/form-selectors.ts';
import type { Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';

/** The texts, as far as they have come. */
type SomeMessages = Messages | FirstMessages;

/** Radio buttons for the ten grounds of the law; below them, how long the answer takes for the chosen one. */
export function groundField(form: Form, messages: SomeMessages): TemplateResult {
  const description = { id: 'ground', error: errorOf(form, 'ground') };
  const grounds = Object.keys(messages.grounds) as Ground[];
  const chosen = grounds.find((ground) => ground === form.state.values['ground']);
  const period = chosen && 'answerWithin' in messages ? messages.answerWithin(chosen) : '';
  return html`<fieldset class=${fieldClass(description.error)} aria-describedby=${describedBy(description)}>
    <legend>${messages.ground}</legend>
    ${hintAndError(description)}
    <div class="options">
      ${grounds.map((ground, i) => groundView(form, messages.grounds[ground], { ground, i }))}
    </div>
    <p class="period" role="status">${period}</p>
  </fieldset>`;
}

const groundView = (
  form: Form,
  { title, example }: SomeMessages['grounds'][Ground],
  { ground, i }: { ground: Ground; i: number },
) =>
  html`<label class="option"
    ><input
      type="radio"
      id=${i ? `ground-${ground}` : 'ground'}
      name="ground"
      value=${ground}
      required
      .checked=${ground === form.state.values['ground']}
      @change=${() => {
        form.setValues({ ground });
      }}
    /><span><b>${title}</b> <small>${example}</small></span></label
  >`;
