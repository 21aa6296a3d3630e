import { html, nothing, type TemplateResult } from 'lit';

import { isUpload } from '../fields/field-kind.ts';
import { addStyles } from '../styles/add-styles.ts';
import type { Form } from './form.ts';
import type { SomeFormMessages } from './form-messages.ts';
import { helpPhone } from './form-selectors.ts';
import type { OpenDraft } from './open-draft.ts';
import { leaveSending } from './outbox.ts';
import type { SendingMessages } from './sending-messages.ts';
import { sendingStyles } from './sending.styles.ts';

type View = TemplateResult | typeof nothing;

/** Shows how far the sending is; or what the form waits for, and what the citizen can do. Nothing in a form without an outbox. */
export function sendingView<Input, Receipt>(
  form: Form<Input, Receipt>,
  draft: OpenDraft<Input, Receipt>,
  { outbox: messages }: SomeFormMessages,
): View {
  const { stage } = form.state;
  if (!messages) return nothing;
  addStyles(form.host, sendingStyles);
  const leave = () => void leaveSending(form, draft);
  if (stage.at === 'sending') return stepsView(draft, messages, leave);
  return stage.at === 'waiting'
    ? waitingView(form, messages, {
        isLost: stage.for === 'answer',
        isKept: draft.keptIn === 'device',
        leave,
      })
    : nothing;
}

/** The steps of sending: what is done has a tick, and one is on its way. */
function stepsView<Input, Receipt>(
  draft: OpenDraft<Input, Receipt>,
  messages: SendingMessages,
  leave: () => void,
): View {
  const { values, sent } = draft.data;
  const files = Object.values(values).flatMap((value) => (Array.isArray(value) ? value : []));
  const done = files.filter(isUpload).length;
  const steps: [text: string, isDone: boolean][] = [
    [messages.checked, true],
    ...(files.length
      ? [[messages.files(done, files.length), done === files.length] as [string, boolean]]
      : []),
    [messages.asked, false],
  ];
  const current = steps.findIndex(([, isDone]) => !isDone);
  return html`<ol class="sending">
      ${steps.map(
        ([text, isDone], i) =>
          html`<li class=${isDone ? 'tick' : ''} aria-current=${i === current ? 'step' : nothing}>
            ${text}
          </li>`,
      )}
    </ol>
    ${sent.length ? html`<button class="link" type="button" @click=${leave}>${messages.leave}</button>` : nothing}`;
}

function waitingView<Input, Receipt>(
  form: Form<Input, Receipt>,
  messages: SendingMessages,
  { isLost, isKept, leave }: { isLost: boolean; isKept: boolean; leave: () => void },
): View {
  const tryNow = () => void form.sender?.tryNow();
  return html`<section class="frame waiting" aria-labelledby="title">
    <h2 id="title" tabindex="-1" data-focus="waiting">${isLost ? messages.checking : messages.queued}</h2>
    <p>${isLost ? messages.checkingHint(helpPhone(form), isKept) : messages.queuedHint(isKept)}</p>
    <div class="go">
      <button class="button" type="button" @click=${tryNow}>
        ${isLost ? messages.checkNow : messages.sendNow}
      </button>
      <button class="link" type="button" @click=${leave}>${isLost ? messages.leave : messages.change}</button>
    </div>
  </section>`;
}
