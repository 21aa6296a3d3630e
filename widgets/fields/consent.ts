import { html, nothing, type TemplateResult } from 'lit';

import { describedBy, hintAndError } from './templates.ts';

/** Id of the consent's checkbox, and the key of its mistake. */
export const CONSENT = 'consent';

export interface ConsentWords {
  consentTitle: string;
  consent: string;
  consentDetails: string;
}

/** Consent to the processing of personal data: a document of its own, told apart from the answers (152-ФЗ, art. 9). */
export const consentField = (
  words: ConsentWords,
  consented: boolean,
  error: string | undefined,
  href: string,
  set: (consented: boolean) => void,
): TemplateResult =>
  html`<fieldset class="field ${error ? 'bad' : ''}">
    <legend>${words.consentTitle}</legend>
    ${hintAndError({ id: CONSENT, error })}
    <div class="options">
      <label class="option"
        ><input
          type="checkbox"
          id=${CONSENT}
          .checked=${consented}
          aria-describedby=${describedBy({ id: CONSENT, error }) ?? nothing}
          @change=${(event: Event) => {
            set((event.target as HTMLInputElement).checked);
          }}
        /><span>${words.consent}</span></label
      >
    </div>
    <a class="small" href=${href} target="_blank" rel="noopener">${words.consentDetails}</a>
  </fieldset>`;
