import { html, type TemplateResult } from 'lit';

import type { Ground } from '../contract/complaints/grounds.ts';
import { fieldClass, describedBy, hintAndError, isInvalid } from '../fields/field.ts';
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
  const ids = describedBy(description);
  return html`<fieldset
    class=${fieldClass(description.error)}
    role="radiogroup"
    aria-required="true"
    aria-invalid=${isInvalid(description.error)}
  >
    <legend>${messages.ground}</legend>
    ${hintAndError(description)}
    <div class="options">${grounds.map((ground, i) => groundView(form, messages, { ground, i, ids }))}</div>
    <p class="period">${period}</p>
  </fieldset>`;
}

const groundView = (
  form: Form,
  messages: SomeMessages,
  { ground, i, ids }: { ground: Ground; i: number; ids: ReturnType<typeof describedBy> },
) => {
  const { title, example } = messages.grounds[ground];
  return html`<label class="option"
    ><input
      type="radio"
      id=${i ? `ground-${ground}` : 'ground'}
      name="ground"
      value=${ground}
      aria-describedby=${ids}
      .checked=${ground === form.state.values['ground']}
      @change=${() => {
        // Sending reads all answers again.
        if (ground === form.state.values['ground']) return;
        form.setValues({ ground });
        if ('answerWithin' in messages) form.host.announcer?.say(messages.answerWithin(ground));
      }}
    /><span><b>${title}</b> <small>${example}</small></span></label
  >`;
};
