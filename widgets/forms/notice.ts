import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import { phoneOf } from './shown.ts';
import type { FormWords } from './words.ts';

/** These are about how the form was opened, and stand above its questions; all others about the button, and stand beside it. */
const ABOVE = ['restored', 'unfinished', 'formChanged', 'signInFailed'];

const noticeIn = ({ state: { stage } }: Form) => (stage.at === 'asking' ? stage.notice : undefined);

function sentenceOf(form: Form, words: FormWords, isAbove: boolean): string | undefined {
  const notice = noticeIn(form);
  if (notice === undefined || ABOVE.includes(notice) !== isAbove) return undefined;
  const sentence = words.notices[notice];
  return typeof sentence === 'function' ? sentence(phoneOf(form)) : sentence;
}

/** What the citizen is told when she comes; what is urgent is read out at once. */
export function openingNotice(form: Form, words: FormWords): TemplateResult {
  const said = sentenceOf(form, words, true);
  const isUrgent = noticeIn(form) !== 'restored';
  return html`<div class="notice" role=${isUrgent ? 'alert' : 'status'}>
    ${form.state.saved === false ? html`<p class="note">${words.notSaved}</p>` : nothing}
    ${said === undefined ? nothing : html`<p class=${isUrgent ? 'note' : 'quiet small'}>${said}</p>`}
  </div>`;
}

/** What has come of pressing the button; `action` is what she can do about it. */
export function sendingNotice(
  form: Form,
  words: FormWords,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const said = sentenceOf(form, words, false);
  return html`<div class="notice" role="alert">
    ${
      said === undefined
        ? nothing
        : html`<div class="note ask">
            <p>${said}</p>
            ${action}
          </div>`
    }
  </div>`;
}
