import { html, type TemplateResult } from 'lit';

import { fieldClass, describedBy, hintAndError } from '../fields/field.ts';
import type { Form } from './form.ts';
import { CONSENT } from './mistakes.ts';
import { errorOf } from './form-selectors.ts';
import type { ConsentMessages } from './form-messages.ts';

/** Checkbox for the consent to the processing of personal data. The law wants it apart from everything else (152-ФЗ, art. 9). */
export function consentField(form: Form, messages: ConsentMessages): TemplateResult {
  const description = { id: CONSENT, error: errorOf(form, CONSENT) };
  return html`<fieldset class=${fieldClass(description.error)}>
    <legend>${messages.consentTitle}</legend>
    ${hintAndError(description)}
    <div class="options">
      <label class="option"
        ><input
          type="checkbox"
          id=${CONSENT}
          .checked=${form.state.consented}
          aria-describedby=${describedBy(description)}
          @change=${(event: Event) => {
            form.setConsent((event.target as HTMLInputElement).checked);
          }}
        /><span>${messages.consent}</span></label
      >
    </div>
    <a class="small" href=${form.host.portal?.config.consent.url.href} target="_blank" rel="noopener"
      >${messages.consentDetails}</a
    >
  </fieldset>`;
}
