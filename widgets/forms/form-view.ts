import { html, nothing, type TemplateResult } from 'lit';

import { errorSummary } from '../fields/error-summary.ts';
import type { Form } from './form.ts';
import { formButtons } from './form-buttons.ts';
import { openingNotice, sendingNotice } from './notice.ts';
import { summaryErrors } from './form-selectors.ts';
import type { FormMessages } from './form-messages.ts';

type Content = TemplateResult | typeof nothing;

interface FormParts {
  /** Name of the form, where it is not its heading. */
  label?: string;
  heading: TemplateResult;
  questions: TemplateResult;
  /** What the citizen can do about the notice beside the button. */
  action?: Content;
  /** Words of the main button, where it does not send. */
  nextLabel?: string | undefined;
  /** What stands beside the main button. */
  otherButtons?: Content;
}

/** A form that is asking, or sending: heading, notice, list of mistakes, questions, buttons. */
export function formView(form: Form, words: FormMessages, parts: FormParts): TemplateResult {
  const { label, heading, questions, action, nextLabel, otherButtons } = parts;
  const mistakes = form.state.isSummaryShown ? summaryErrors(form) : [];
  return html`<section
    class="frame"
    aria-label=${label ?? nothing}
    aria-labelledby=${label === undefined ? 'title' : nothing}
  >
    ${heading} ${openingNotice(form, words)}
    ${mistakes.length ? errorSummary(words.summary, mistakes) : nothing}
    <form novalidate @submit=${form.submit}>
      ${questions} ${sendingNotice(form, words, action)}
      ${formButtons(form, words, { label: nextLabel, otherButtons })}
    </form>
  </section>`;
}
