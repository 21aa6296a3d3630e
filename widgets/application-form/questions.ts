import { html, nothing, type TemplateResult } from 'lit';

import type { Field } from '../contract/forms/schemas.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import type { Form } from '../forms/form.ts';
import { errorOf, shownStep } from '../forms/form-selectors.ts';
import type { Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';

/** The texts, as far as they have come. */
type SomeMessages = Messages | FirstMessages;

/** Id of a field's control. The error summary leads to it. */
export const controlId = (name: string): string => `field-${name}`;

/** What the questions of a step need. */
interface StepQuestions {
  fields: readonly Field[];
  /** How many questions the steps before it have. */
  before: number;
  /** Tags of the elements that are fetched already. */
  loadedTags: ReadonlySet<string>;
  /** Marks a question of which there is something to say. */
  mark?: ((field: Field, question: TemplateResult) => TemplateResult) | undefined;
}

/** Shows the questions of one step. */
export const stepQuestionsView = (
  form: Form,
  messages: SomeMessages,
  { fields, before, loadedTags, mark }: StepQuestions,
): TemplateResult => {
  const questions = fields.map((field) => {
    const { name } = field;
    const question = fieldKindOf(field).view(field, {
      id: controlId(name),
      messages,
      value: form.state.values[name],
      error: errorOf(form, name),
      offer: form.offerView?.(name),
      portal: form.host.portal,
      loadedTags,
      setValue: (value) => {
        form.setValues({ [name]: value });
      },
      onBlur: () => void form.validateField(name),
    });
    return mark?.(field, question) ?? question;
  });
  // Each question of the form has a place of its own: a control that another step had used would be heard as required, or not, as it was there.
  return html`${[...Array<undefined>(before), ...questions]}`;
};

/** Shows the progress: a bar with all steps, the number and title of the present one, and whether the draft is saved. */
export const progressView = (
  form: Form,
  messages: SomeMessages,
  titles: readonly string[],
): TemplateResult => {
  const { saved } = form.state;
  const step = shownStep(form);
  return html`<div class="bar">
    <ol aria-hidden="true">
      ${titles.map((_, i) => html`<li class=${i < step ? 'done' : i === step ? 'now' : ''}></li>`)}
    </ol>
    <p>
      <span>${messages.step(step + 1, titles.length, titles[step] ?? '')}</span>
      ${saved ? html`<span class="saved">${messages.saved}</span>` : nothing}
    </p>
  </div>`;
};

/** Offers to sign in and prefill the form; after that, greets the citizen by `citizenName`; false where nobody is signed in. */
export const signInView = (
  messages: SomeMessages,
  citizenName: string | false,
  signIn: () => void,
): TemplateResult =>
  html`<div class="sign-in">
    ${
      citizenName && 'signedIn' in messages
        ? html`<p class="small" tabindex="-1">${messages.signedIn(citizenName)}</p>`
        : html`<button class="button second" type="button" @click=${signIn}>${messages.signIn}</button>
            <span class="hint">${messages.signInHint}</span>`
    }
  </div>`;
