import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import { formButtons } from './form-buttons.ts';
import { openingNotice, sendingNotice } from './notice.ts';
import type { SomeFormMessages } from './form-messages.ts';

type Content = TemplateResult | typeof nothing;

interface FormParts {
  /** Accessible name of the form, where its heading names only a step. */
  label?: string;
  heading: TemplateResult;
  questions: TemplateResult;
  /** A button inside the notice of a failed sending, e.g. «Что с заявлением?». */
  action?: Content;
  /** Text of the main button; `messages.send` unless given. */
  nextLabel?: string | undefined;
  /** Buttons and links beside the main button. */
  otherButtons?: Content;
}

/** Shows a form that is asking or sending: heading, notice, error summary, questions, notice of a failed sending, buttons. */
export function formView(form: Form, messages: SomeFormMessages, parts: FormParts): TemplateResult {
  const { label, heading, questions, action, nextLabel, otherButtons } = parts;
  return html`<section
    class="frame"
    aria-label=${label ?? nothing}
    aria-labelledby=${label === undefined ? 'title' : nothing}
  >
    ${heading} ${openingNotice(form, messages)} ${form.errorSummary?.(messages.summary ?? '')}
    <form novalidate @submit=${form.submit}>
      ${questions} ${sendingNotice(form, messages, action)} ${form.sendingView?.(messages)}
      ${formButtons(form, messages, { label: nextLabel, otherButtons })}
    </form>
    ${form.draftViews?.below(messages.draft)}
  </section>`;
}
