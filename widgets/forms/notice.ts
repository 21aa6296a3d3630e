import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import { helpPhone } from './form-selectors.ts';
import type { NoticeText, SomeFormMessages } from './form-messages.ts';

/**
 * Notices about how the form was opened, and the one that goes with the list of mistakes. They stand above the questions; all others are
 * about sending and stand at the button.
 */
const OPENING_NOTICES = /^(?:restored|unfinished|formChanged|signIn|refused)/;

const noticeIn = ({ state: { stage } }: Form) => (stage.at === 'asking' ? stage.notice : undefined);

function noticeText(
  form: Form,
  messages: SomeFormMessages,
  isAbove: boolean,
): TemplateResult | string | undefined {
  const notice = noticeIn(form);
  if (typeof notice === 'object') return isAbove ? undefined : notice.view(messages);
  if (notice === undefined || OPENING_NOTICES.test(notice) !== isAbove) return undefined;
  const sentence = (messages.notices as Partial<Record<string, NoticeText>>)[notice];
  return typeof sentence === 'function' ? sentence(helpPhone(form), form.state.saved !== false) : sentence;
}

/**
 * Shows, above the questions, the notice about how the form was opened, and what there is to say of its draft. A screen reader reads
 * `restored` when it pauses (`status`), and all others at once (`alert`).
 */
export function openingNotice(form: Form, messages: SomeFormMessages): TemplateResult {
  const text = noticeText(form, messages, true);
  const isUrgent = noticeIn(form) !== 'restored';
  return html`<div class="notice" role=${isUrgent ? 'alert' : 'status'}>
      ${text === undefined ? nothing : html`<p class=${isUrgent ? 'note' : 'quiet small'}>${text}</p>`}
    </div>
    ${form.draftViews?.above(messages.draft)}`;
}

/** Shows, above the buttons, why the form was not sent. `action` is a button that helps. */
export function sendingNotice(
  form: Form,
  messages: SomeFormMessages,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const text = noticeText(form, messages, false);
  if (text === undefined) return html``;
  return html`<div class="note ask">
    ${typeof text === 'string' ? html`<p role="alert">${text}</p>` : text} ${action}
  </div>`;
}
