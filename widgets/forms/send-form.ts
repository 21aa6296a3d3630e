import { revealNotice } from '../fields/reveal-notice.ts';
import { OfflineError } from '../portal/errors.ts';
import type { Form } from './form.ts';
import { FormSender } from './form-sender.ts';
import { mustNotSend } from './must-not-send.ts';
import { offerOutbox } from './outbox.ts';
import type { OpenDraft } from './open-draft.ts';
import type { FormRules } from './plan.ts';
import { sendingView } from './sending-view.ts';
import { showSendingFailure, showOutcome } from './send-outcome.ts';
import { answersText, resendDraft, submitDraft, type SubmissionResult } from './submission.ts';

/**
 * How a form is sent: the citizen has pressed the button; it is opened, and has something on its way; or it is tried again, unseen, while it
 * waits or she reads her answers.
 */
type How = 'submit' | 'resume' | 'again';

/**
 * Sends the form and shows the result. What was on its way is sent again as it was; what waits for a connection, if nothing was changed
 * since. One that fails leaves the form at the same step, with a notice that says why; where the answer was lost, or while there is no
 * connection, a form with an outbox tries again.
 */
export async function sendForm<Input, Receipt>(form: Form<Input, Receipt>, how: How): Promise<void> {
  const { plan } = form;
  const { portal } = form.host;
  const draft = await form.openDraft();
  form.sender ??= new FormSender(form, () => sendForm(form, 'again'));
  form.sendingView = (messages) => sendingView(form, draft, messages);
  if (plan.hasOutbox && !navigator.onLine) return stayOffline(form, draft, how);
  const [rules, canShow = true] = await Promise.all([
    form.loadRules(),
    plan.prepareStep?.(plan.lastStep + 1),
  ]);
  // Another click was faster.
  if (!portal || !maySend(form, how)) return;
  if (!canShow) throw new OfflineError('The receipt could not be shown');
  if (await mustNotSend(form, { portal, draft, resend: () => sendForm(form, how) })) return;
  if (how !== 'again') await showSending(form);
  try {
    if (how !== 'submit' && (await askAboutChange(form, draft))) return;
    await showOutcome(form, await send(form, { draft, rules, how }));
  } catch (error) {
    await showSendingFailure(form, { draft, rules, error });
  }
}

/** Whether the form stands where it can be sent so. */
function maySend<Input, Receipt>({ state: { stage } }: Form<Input, Receipt>, how: How): boolean {
  return stage.at === 'asking' || (how === 'again' && stage.at === 'waiting');
}

/** Without a connection nothing is tried. She chooses whether it is sent later; what she has chosen before stays so. */
async function stayOffline<Input, Receipt>(
  form: Form<Input, Receipt>,
  draft: OpenDraft<Input, Receipt>,
  how: How,
): Promise<void> {
  if (how === 'submit') return offerOutbox(form, draft);
  const { stage } = form.state;
  if (stage.at === 'asking' && how === 'resume')
    form.setStage({
      at: 'waiting',
      step: stage.step,
      for: draft.data.sent.length ? 'answer' : 'connection',
    });
  form.sender?.wait();
}

async function showSending<Input, Receipt>(form: Form<Input, Receipt>): Promise<void> {
  const { host, state } = form;
  if (state.stage.at !== 'asking') return;
  form.setStage({ at: 'sending', step: state.stage.step });
  await host.updateComplete;
  host.announcer?.say(host.renderRoot.querySelector('.go .button')?.textContent ?? '', true);
}

/** Asks anew where something was changed since she has pressed the button, and the portal cannot have it yet. */
async function askAboutChange<Input, Receipt>(
  form: Form<Input, Receipt>,
  draft: OpenDraft<Input, Receipt>,
): Promise<boolean> {
  const { pressed, sent, values } = draft.data;
  if (!pressed || sent.length || pressed.answers === answersText(values)) return false;
  await draft.update({ pressed: undefined });
  const { stage } = form.state;
  if ('step' in stage) form.setStage({ at: 'asking', step: stage.step, notice: 'changedSince' });
  await revealNotice(form.host);
  return true;
}

interface Sending<Input, Receipt> {
  draft: OpenDraft<Input, Receipt>;
  rules: FormRules<Input, Receipt>;
  how: How;
}

function send<Input, Receipt>(
  { host: { portal }, plan, consentVersion }: Form<Input, Receipt>,
  { draft, rules, how }: Sending<Input, Receipt>,
): Promise<SubmissionResult<Input, Receipt>> {
  if (!portal) throw new OfflineError('The portal is not known');
  const submission = { portal, draft, plan, rules, isAsked: how !== 'submit' };
  if (how === 'submit') return submitDraft({ ...submission, consentVersion });
  const { pressed, sent } = draft.data;
  return sent.length
    ? resendDraft({ ...submission, consentVersion: undefined })
    : submitDraft({ ...submission, consentVersion: pressed?.consent });
}
