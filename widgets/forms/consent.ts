import { html, type TemplateResult } from 'lit';

import { fieldClass, describedBy, hintAndError } from '../fields/field.ts';
import type { Form } from './form.ts';
import { CONSENT } from './mistakes.ts';
import { errorOf } from './form-selectors.ts';
import type { ConsentMessages } from './form-messages.ts';

/** Consent to the processing of personal data: a document of its own, told apart from the answers (152-ФЗ, art. 9). */
export function consentField(form: Form, words: ConsentMessages): TemplateResult {
  const described = { id: CONSENT, error: errorOf(form, CONSENT) };
  return html`<fieldset class=${fieldClass(described.error)}>
    <legend>${words.consentTitle}</legend>
    ${hintAndError(described)}
    <div class="options">
      <label class="option"
        ><input
          type="checkbox"
          id=${CONSENT}
          .checked=${form.state.consented}
          aria-describedby=${describedBy(described)}
          @change=${(event: Event) => {
            form.setConsent((event.target as HTMLInputElement).checked);
          }}
        /><span>${words.consent}</span></label
      >
    </div>
    <a class="small" href=${form.host.portal?.config.consent.url.href} target="_blank" rel="noopener"
      >${words.consentDetails}</a
    >
  </fieldset>`;
}
