import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import { helpPhone } from './form-selectors.ts';
import type { FormMessages } from './form-messages.ts';

/** These are about how the form was opened, and stand above its questions; all others about the button, and stand beside it. */
const OPENING_NOTICES = ['restored', 'unfinished', 'formChanged', 'signInFailed'];

const noticeIn = ({ state: { stage } }: Form) => (stage.at === 'asking' ? stage.notice : undefined);

function noticeText(form: Form, words: FormMessages, isAbove: boolean): string | undefined {
  const notice = noticeIn(form);
  if (notice === undefined || OPENING_NOTICES.includes(notice) !== isAbove) return undefined;
  const sentence = words.notices[notice];
  return typeof sentence === 'function' ? sentence(helpPhone(form), form.state.saved !== false) : sentence;
}

/** What the citizen is told when she comes; what is urgent is read out at once. */
export function openingNotice(form: Form, words: FormMessages): TemplateResult {
  const said = noticeText(form, words, true);
  const isUrgent = noticeIn(form) !== 'restored';
  return html`<div class="notice" role=${isUrgent ? 'alert' : 'status'}>
    ${form.state.saved === false ? html`<p class="note">${words.notSaved}</p>` : nothing}
    ${said === undefined ? nothing : html`<p class=${isUrgent ? 'note' : 'quiet small'}>${said}</p>`}
  </div>`;
}

/** What has come of pressing the button; `action` is what she can do about it. */
export function sendingNotice(
  form: Form,
  words: FormMessages,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const said = noticeText(form, words, false);
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
