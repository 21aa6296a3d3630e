import { html, nothing, type TemplateResult } from 'lit';

import type { Field } from '../contract/forms/schemas.ts';
import { fieldKindOf } from '../fields/field-kinds.ts';
import type { Form } from '../forms/form.ts';
import { errorOf, shownStep } from '../forms/form-selectors.ts';
import type { Messages } from './messages.ts';

/** The id of a field's control: a mistake's link goes to it. */
export const controlId = (name: string): string => `field-${name}`;

/** The questions of one step. `loaded`: tags of the elements that have been fetched. */
export const stepQuestionsView = (
  form: Form,
  messages: Messages,
  { fields, loaded }: { fields: readonly Field[]; loaded: ReadonlySet<string> },
): TemplateResult =>
  html`${fields.map((field) => {
    const { name } = field;
    return fieldKindOf(field).view(field, {
      id: controlId(name),
      messages: messages,
      value: form.state.values[name],
      error: errorOf(form, name),
      portal: form.host.portal,
      loadedTags: loaded,
      setValue: (value) => {
        form.setValues({ [name]: value });
      },
      onBlur: () => void form.validateField(name),
    });
  })}`;

/** Where the citizen is among the steps, and that nothing is lost. */
export const progressView = (form: Form, messages: Messages, titles: readonly string[]): TemplateResult => {
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

/** Signing in fills in what the portal knows; nobody has to. `greeted` is the name of one who has. */
export const signInView = (messages: Messages, greeted: string, signIn: () => void): TemplateResult =>
  html`<div class="sign-in" role="status">
    ${
      greeted
        ? html`<p class="small">${messages.signedIn(greeted)}</p>`
        : html`<button class="button second" type="button" @click=${signIn}>${messages.signIn}</button>
            <span class="hint">${messages.signInHint}</span>`
    }
  </div>`;
