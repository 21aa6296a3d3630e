import { OfflineError, reportFailure, loadModule } from '../portal/errors.ts';
import { afterPaint } from '../fields/after-paint.ts';
import type { FormDraft } from './draft-plan.ts';
import { FormDraftDatabase } from './form-draft-database.ts';
import type { Form } from './form.ts';
import { OpenDraft } from './open-draft.ts';
import type { FormPlan } from './plan.ts';

/** Opens the draft of a form, and restores it from the device unless the form starts empty. */
export function openFormDraft<Input, Receipt>(form: Form<Input, Receipt>): OpenDraft<Input, Receipt> {
  const { plan, state, ignoresStoredDraft } = form;
  const draft = new OpenDraft<Input, Receipt>(plan.draft, state.values, {
    store: new FormDraftDatabase<Input, Receipt>(),
    onChange: () => {
      form.setState({ values: draft.data.values, saved: draft.saved });
    },
  });
  if (!ignoresStoredDraft) draft.restore(plan.lastStep);
  return draft;
}

/**
 * Restores a form from its draft. Shows the receipt, or the step where the citizen has left it; then fetches what she will need, and
 * sends again what was on its way when the page was closed. Rejects with an `OfflineError` when the step cannot be shown.
 */
export async function restoreForm<Input, Receipt>(form: Form<Input, Receipt>): Promise<void> {
  const { plan } = form;
  const draft = await form.openDraft();
  const stored = await draft.storedDraft;
  const notice = restoredNotice(plan, stored);
  const { receipt, step, sent } = draft.data;
  const isReady = (await plan.prepareStep?.(receipt ? plan.lastStep + 1 : step)) ?? true;
  const { stage } = form.state;
  // The citizen was faster: she is sending already, or has sent.
  if (stage.at === 'sending' || stage.at === 'sent') return;
  if (!isReady) throw new OfflineError('A step of the form could not be fetched');
  if (receipt) form.setStage({ at: 'sent', receipt, isEarlierVersion: false });
  // Without a stored draft the citizen may have gone to another step by now, and stays there.
  else
    form.setStage({ notice, ...stage, at: 'asking', step: !stored && 'step' in stage ? stage.step : step });
  await afterPaint();
  // Fetched now, because there may be no connection when they are needed.
  const modules = Promise.all([loadModule(import('./actions.ts')), form.loadRules()]);
  if (receipt || !plan.resendsWhenOpened || !sent.length) await modules.catch(reportFailure);
  else await (await modules)[0].sendForm(form, 'resume');
}

/** Name of the notice about a stored draft; `undefined` where there is none, or it is empty. */
function restoredNotice<Input, Receipt>(
  plan: FormPlan<Input, Receipt>,
  stored: FormDraft<Input, Receipt> | undefined,
): string | undefined {
  if (!stored || !Object.values(stored.values).some(Boolean)) return undefined;
  return plan.noticeForDraft?.(stored) ?? 'restored';
}
