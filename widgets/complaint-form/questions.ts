import { html, nothing, type TemplateResult } from 'lit';

import type { AgencyContact } from '../contract/forms/schemas.ts';
import { choiceField } from '../fields/choice-field.ts';
import { textIn } from '../fields/field-kind.ts';
import { textField } from '../fields/text-field.ts';
import { consentField } from '../forms/consent.ts';
import type { Form } from '../forms/form.ts';
import { errorOf } from '../forms/form-selectors.ts';
import type { Messages as FirstMessages } from './first-messages.ts';
import { groundField } from './ground-field.ts';
import type { Messages } from './messages.ts';

/** The texts, as far as they have come. */
type SomeMessages = Messages | FirstMessages;

/** Names of the questions, in the order of the page. */
export const QUESTIONS = [
  'ground',
  'agency',
  'application',
  'text',
  'name',
  'email',
  'phone',
  'consent',
] as const;
type TextQuestion = 'application' | 'text' | 'name' | 'email' | 'phone';

/** The agencies to choose from; `undefined` while they are being fetched, `failed` where that has failed. */
export type AgencyList = readonly AgencyContact[] | 'failed' | undefined;

/** Shows all questions of a complaint. `agencies` is the field for the agency. */
export const complaintQuestionsView = (
  form: Form,
  messages: SomeMessages,
  agencies: TemplateResult,
): TemplateResult =>
  html`${groundField(form, messages)} ${agencies}
  ${textField({
    ...textQuestionOptions('application', form, messages),
    hint: messages.applicationHint(form.host.portal?.config.region.exampleCaseNumber ?? ''),
    optional: messages.optional,
    inputmode: 'numeric',
    autocomplete: 'off',
    narrow: true,
  })}
  ${textField({
    ...textQuestionOptions('text', form, messages),
    hint: messages.textHint,
    required: true,
    multiline: true,
  })}
  ${contactFields(form, messages)} ${consentField(form, messages)}`;

/** The field for the agency. Where its list could not be fetched, it says so, with a button that calls `retry`. */
export function agencyField(
  form: Form,
  messages: SomeMessages,
  { agencies, retry }: { agencies: AgencyList; retry: () => void },
): TemplateResult {
  const listed = typeof agencies === 'object' ? agencies : [];
  return html`${agencies === 'failed' ? failedView(messages, retry) : nothing}
  ${choiceField({
    id: 'agency',
    label: messages.agency,
    hint: messages.agencyHint,
    error: errorOf(form, 'agency'),
    required: true,
    choose: agencies === undefined ? messages.loading : messages.choose,
    value: textIn(form.state.values, 'agency'),
    options: listed.map(({ slug, title }) => ({ value: slug, label: title })),
    onChange: (agency) => {
      form.setValues({ agency });
    },
  })}`;
}

const failedView = (messages: SomeMessages, retry: () => void) =>
  html`<div class="note">
    <p role="alert">${messages.noAgencies}</p>
    <button class="button second" type="button" @click=${retry}>${messages.retry}</button>
  </div>`;

/** Fields for the name, the e-mail address and the telephone, of which one of the last two is needed. */
const contactFields = (form: Form, messages: SomeMessages) =>
  html`<fieldset class="group">
    <legend>${messages.contacts}</legend>
    <p class="quiet small" id="contacts-hint">${messages.contactsHint}</p>
    ${textField({
      ...textQuestionOptions('name', form, messages),
      hint: messages.nameHint,
      about: 'contacts-hint',
      required: true,
      autocomplete: 'name',
    })}
    <div class="pair">
      ${textField({
        ...textQuestionOptions('email', form, messages),
        inputmode: 'email',
        autocomplete: 'email',
      })}
      ${textField({ ...textQuestionOptions('phone', form, messages), type: 'tel', inputmode: 'tel', autocomplete: 'tel' })}
    </div>
  </fieldset>`;

/** Options that all text fields of the complaint have in common. */
const textQuestionOptions = (id: TextQuestion, form: Form, messages: SomeMessages) => ({
  id,
  label: messages[id],
  error: errorOf(form, id),
  value: textIn(form.state.values, id),
  onInput: (value: string) => {
    form.setValues({ [id]: value });
  },
  onBlur: () => void form.validateField(id),
});
