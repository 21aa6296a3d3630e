import { html } from 'lit';

import { revealNotice } from '../fields/reveal-notice.ts';
import type { Form } from './form.ts';
import type { OpenDraft } from './open-draft.ts';
import { answersText } from './submission.ts';

/** Says that there is no connection, and lets the citizen choose that the form is sent when there is one. */
export async function offerOutbox<Input, Receipt>(
  form: Form<Input, Receipt>,
  draft: OpenDraft<Input, Receipt>,
): Promise<void> {
  const { stage } = form.state;
  if (!('step' in stage)) return;
  const isKept = draft.keptIn === 'device';
  const queue = () => void queueForm(form, draft);
  form.setStage({
    at: 'asking',
    step: stage.step,
    notice: {
      view: ({ outbox: messages }) =>
        messages
          ? html`<p role="alert">${messages.noConnection(isKept)}</p>
              <button class="button second" type="button" @click=${queue}>${messages.queue}</button>`
          : '',
    },
  });
  await revealNotice(form.host);
}

/** Puts the form into the outbox: it is sent as it is now, as soon as there is a connection, also when the page was closed meanwhile. */
async function queueForm<Input, Receipt>(
  form: Form<Input, Receipt>,
  draft: OpenDraft<Input, Receipt>,
): Promise<void> {
  const { plan, state, consentVersion: consent = '' } = form;
  if (state.stage.at !== 'asking' || plan.maySend?.() === false) return;
  const { step } = state.stage;
  form.setStage({ at: 'waiting', step, for: 'connection' });
  await draft.update({
    pressed: { answers: answersText(draft.data.values), at: Date.now(), consent, isQueued: true },
  });
  await draft.flush();
  await form.focus('waiting');
  form.sender?.wait();
}

/** Goes back to the answers. What only waits for a connection is not sent then; what may have arrived is asked for all the same. */
export async function leaveSending<Input, Receipt>(
  form: Form<Input, Receipt>,
  draft: OpenDraft<Input, Receipt>,
): Promise<void> {
  const { stage } = form.state;
  if (!('step' in stage)) return;
  const isLost = draft.data.sent.length > 0;
  form.setStage({ at: 'asking', step: stage.step, notice: isLost ? 'unclear' : 'notSent' });
  if (!isLost) await draft.update({ pressed: undefined });
  await form.focus('heading');
  await revealNotice(form.host);
}
