import { html, nothing, type TemplateResult } from 'lit';

import { GROUNDS, complaintPeriod } from '../contract/complaints/grounds.ts';
import type { AgencyContact } from '../contract/forms/schemas.ts';
import { choiceField } from '../fields/choice-field.ts';
import { fieldClass, describedBy, hintAndError } from '../fields/field.ts';
import { textIn } from '../fields/field-kind.ts';
import { textField } from '../fields/text-field.ts';
import { consentField } from '../forms/consent.ts';
import type { Form } from '../forms/form.ts';
import { errorOf } from '../forms/form-selectors.ts';
import type { Messages } from './messages.ts';

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
  messages: Messages,
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
    maxLength: 4000,
  })}
  ${contactFields(form, messages)} ${consentField(form, messages)}`;

/** Radio buttons for the ten grounds of the law; below them, how long the answer takes for the chosen one. */
function groundField(form: Form, messages: Messages) {
  const description = { id: 'ground', error: errorOf(form, 'ground') };
  const chosen = GROUNDS.find((ground) => ground === form.state.values['ground']);
  return html`<fieldset class=${fieldClass(description.error)} aria-describedby=${describedBy(description)}>
    <legend>${messages.ground}</legend>
    ${hintAndError(description)}
    <div class="options">
      ${GROUNDS.map(
        (ground, i) =>
          html`<label class="option"
            ><input
              type="radio"
              id=${i ? `ground-${ground}` : 'ground'}
              name="ground"
              value=${ground}
              required
              .checked=${ground === chosen}
              @change=${() => {
                form.setValues({ ground });
              }}
            /><span
              ><b>${messages.grounds[ground].title}</b>
              <small>${messages.grounds[ground].example}</small></span
            ></label
          >`,
      )}
    </div>
    <p class="period" role="status">${chosen && messages.answerWithin(complaintPeriod(chosen))}</p>
  </fieldset>`;
}

/** The field for the agency. Where its list could not be fetched, it says so, with a button that calls `retry`. */
export function agencyField(
  form: Form,
  messages: Messages,
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

const failedView = (messages: Messages, retry: () => void) =>
  html`<div class="note" role="alert">
    <p>${messages.noAgencies}</p>
    <button class="button second" type="button" @click=${retry}>${messages.retry}</button>
  </div>`;

/** Fields for the name, the e-mail address and the telephone, of which one of the last two is needed. */
const contactFields = (form: Form, messages: Messages) =>
  html`<fieldset class="group">
    <legend>${messages.contacts}</legend>
    <p class="quiet small">${messages.contactsHint}</p>
    ${textField({
      ...textQuestionOptions('name', form, messages),
      hint: messages.nameHint,
      required: true,
      autocomplete: 'name',
      maxLength: 200,
    })}
    <div class="pair">
      ${textField({
        ...textQuestionOptions('email', form, messages),
        type: 'email',
        inputmode: 'email',
        autocomplete: 'email',
      })}
      ${textField({ ...textQuestionOptions('phone', form, messages), type: 'tel', inputmode: 'tel', autocomplete: 'tel' })}
    </div>
  </fieldset>`;

/** Options that all text fields of the complaint have in common. */
const textQuestionOptions = (id: TextQuestion, form: Form, messages: Messages) => ({
  id,
  label: messages[id],
  error: errorOf(form, id),
  value: textIn(form.state.values, id),
  onInput: (value: string) => {
    form.setValues({ [id]: value });
  },
  onBlur: () => void form.validateField(id),
});
