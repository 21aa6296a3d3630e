import { html, nothing, type TemplateResult } from 'lit';

import { errorSummary } from '../fields/error-summary.ts';
import type { Form } from './form.ts';
import { goView } from './go.ts';
import { openingNotice, sendingNotice } from './notice.ts';
import { mistakesShown } from './shown.ts';
import type { FormWords } from './words.ts';

type Content = TemplateResult | typeof nothing;

interface FormParts {
  /** Name of the form, where it is not its heading. */
  label?: string;
  head: TemplateResult;
  questions: TemplateResult;
  /** What the citizen can do about the notice beside the button. */
  action?: Content;
  /** Words of the main button, where it does not send. */
  next?: string | undefined;
  /** What stands beside the main button. */
  more?: Content;
}

/** A form that is asking, or sending: heading, notice, list of mistakes, questions, buttons. */
export function formView(form: Form, words: FormWords, parts: FormParts): TemplateResult {
  const { label, head, questions, action, next, more } = parts;
  const mistakes = form.state.isSummarized ? mistakesShown(form) : [];
  return html`<section
    class="frame"
    aria-label=${label ?? nothing}
    aria-labelledby=${label === undefined ? 'title' : nothing}
  >
    ${head} ${openingNotice(form, words)} ${mistakes.length ? errorSummary(words.summary, mistakes) : nothing}
    <form novalidate @submit=${form.submit}>
      ${questions} ${sendingNotice(form, words, action)} ${goView(form, words, { label: next, more })}
    </form>
  </section>`;
}
