import { OfflineError, PortalError, reportFailure } from '../portal/errors.ts';
import type { Form } from './form.ts';
import type { OpenDraft } from './open-draft.ts';
import { offerOutbox } from './outbox.ts';
import type { FormRules } from './plan.ts';
import { showMistakes } from './show-step.ts';
import type { SubmissionResult } from './submission.ts';

/** Shows the receipt; or the mistakes that the portal has found; or, where the host page has cancelled it, the form as it was. */
export async function showOutcome<Input, Receipt>(
  form: Form<Input, Receipt>,
  outcome: SubmissionResult<Input, Receipt>,
): Promise<void> {
  const { stage } = form.state;
  if (!('step' in stage)) return;
  if (outcome.result === 'accepted') {
    const { receipt, isEarlierVersion, input } = outcome;
    form.setStage({ at: 'sent', receipt, isEarlierVersion });
    await form.focus('receipt');
    form.plan.onSent(receipt, input);
    return;
  }
  if (stage.at !== 'asking') form.setStage({ at: 'asking', step: stage.step });
  if (outcome.result === 'invalid') await showMistakes(form, outcome.mistakes, 'refused');
}

interface Failed<Input, Receipt> {
  draft: OpenDraft<Input, Receipt>;
  rules: FormRules<Input, Receipt>;
  error: unknown;
}

/** Says what has gone wrong, and what is true of the form now: it waits, may have arrived, or has not been sent. */
export async function showSendingFailure<Input, Receipt>(
  form: Form<Input, Receipt>,
  { draft, rules, error }: Failed<Input, Receipt>,
): Promise<void> {
  const { plan } = form;
  if (plan.reopenForm && rules.isFormChanged?.(error)) {
    await draft.removeLastSent({ version: '', pressed: undefined });
    plan.reopenForm();
    return;
  }
  // The portal itself has said that it did not take it.
  if (draft.data.sent.length && !isUnclear(error)) await draft.removeLastSent();
  const isLost = draft.data.sent.length > 0;
  const { stage } = form.state;
  if (!('step' in stage)) return;
  const { step } = stage;
  if (plan.hasOutbox && (isLost || (draft.data.pressed?.isQueued && willPass(error)))) {
    if (stage.at !== 'asking') {
      form.setStage({ at: 'waiting', step, for: isLost ? 'answer' : 'connection' });
      if (stage.at === 'sending') await form.focus('waiting');
    }
    form.sender?.wait();
  } else if (plan.hasOutbox && error instanceof OfflineError) await offerOutbox(form, draft);
  else {
    const notice = rules.noticeForError?.(error) ?? (isLost ? 'unclear' : reportFailure(error));
    form.setStage({ at: 'asking', step, notice });
  }
}

/** Whether the same may go well a little later. */
const willPass = (error: unknown): boolean =>
  error instanceof OfflineError ||
  (error instanceof PortalError && (error.status === 429 || error.status >= 500));

/** Whether what was asked for may have been done: its answer was lost, or is not one of the portal. */
const isUnclear = (error: unknown): boolean =>
  (error instanceof OfflineError && !!error.isUnclear) ||
  (error instanceof PortalError && (error.isUnclear ?? !error.problem));
