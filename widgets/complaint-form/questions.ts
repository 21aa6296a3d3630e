import { html, nothing, type TemplateResult } from 'lit';

import { GROUNDS, complaintPeriod, type Ground } from '../contract/complaints/grounds.ts';
import type { AgencyContact } from '../contract/forms/schemas.ts';
import { choiceField, describedBy, hintAndError, textField } from '../fields/templates.ts';
import type { Field, Values } from './draft.ts';
import type { Messages } from './messages.ts';

interface QuestionsContext {
  messages: Messages;
  /** What a number of an application looks like. */
  caseNumber: string;
  /** Not there yet, or did not come. */
  agencies: readonly AgencyContact[] | 'failed' | undefined;
  retry: () => void;
  /** What is wrong with a field, in words. */
  error: (field: Field) => string | undefined;
  set: (field: Field, value: string) => void;
  leave: (field: Field) => unknown;
}

/** The ten grounds of the law, and how long the answer takes as soon as one is chosen. */
function groundField(
  chosen: Ground | undefined,
  error: string | undefined,
  messages: Messages,
  choose: (ground: string) => void,
): TemplateResult {
  const common = { id: 'ground', error };
  return html`<fieldset
    class="field ${error ? 'bad' : ''}"
    aria-describedby=${describedBy(common) ?? nothing}
  >
    <legend>${messages.ground}</legend>
    ${hintAndError(common)}
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
              @change=${(event: Event) => {
                choose((event.target as HTMLInputElement).value);
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

/** The list of agencies did not come. */
const failedView = (messages: Messages, retry: () => void) =>
  html`<div class="note" role="alert">
    <p>${messages.noAgencies}</p>
    <button class="button second" type="button" @click=${retry}>${messages.retry}</button>
  </div>`;

/** All questions of a complaint, in the order of the contract. */
export function questionsView(values: Values, context: QuestionsContext): TemplateResult {
  const { messages, caseNumber, agencies, error, set, leave, retry } = context;
  const line = (id: 'application' | 'text' | 'name' | 'email' | 'phone') => ({
    id,
    label: messages[id],
    error: error(id),
    value: values[id] ?? '',
    onInput: (value: string) => {
      set(id, value);
    },
    onBlur: () => void leave(id),
  });
  return html`${groundField(
      GROUNDS.find((ground) => ground === values.ground),
      error('ground'),
      messages,
      (ground) => {
        set('ground', ground);
      },
    )}
    ${agencies === 'failed' ? failedView(messages, retry) : nothing}
    ${choiceField({
      id: 'agency',
      label: messages.agency,
      hint: messages.agencyHint,
      error: error('agency'),
      required: true,
      choose: agencies === undefined ? messages.loading : messages.choose,
      value: values.agency ?? '',
      options: (typeof agencies === 'object' ? agencies : []).map(({ slug, title }) => ({
        value: slug,
        label: title,
      })),
      onChange: (agency) => {
        set('agency', agency);
      },
    })}
    ${textField({
      ...line('application'),
      hint: messages.applicationHint(caseNumber),
      optional: messages.optional,
      inputmode: 'numeric',
      autocomplete: 'off',
      narrow: true,
    })}
    ${textField({ ...line('text'), hint: messages.textHint, required: true, multiline: true, maxLength: 4000 })}
    <fieldset class="group">
      <legend>${messages.contacts}</legend>
      <p class="quiet small">${messages.contactsHint}</p>
      ${textField({
        ...line('name'),
        hint: messages.nameHint,
        required: true,
        autocomplete: 'name',
        maxLength: 200,
      })}
      <div class="pair">
        ${textField({ ...line('email'), type: 'email', inputmode: 'email', autocomplete: 'email' })}
        ${textField({ ...line('phone'), type: 'tel', inputmode: 'tel', autocomplete: 'tel' })}
      </div>
    </fieldset>`;
}
