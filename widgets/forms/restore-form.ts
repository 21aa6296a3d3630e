import { OfflineError, reportFailure, loadModule } from '../portal/errors.ts';
import { afterPaint } from './after-paint.ts';
import type { FormDraft } from './draft-plan.ts';
import { FormDraftDatabase } from './form-draft-database.ts';
import type { Form } from './form.ts';
import { OpenDraft } from './open-draft.ts';
import type { FormPlan } from './plan.ts';

/** Opens the draft of a form. What the device has kept of it comes into it, unless the form begins anew. */
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

/** Shows what the device has kept of a form: the receipt, or the step where it was left; and sends what was on its way then. */
export async function restoreForm<Input, Receipt>(form: Form<Input, Receipt>): Promise<void> {
  const { plan } = form;
  const draft = await form.openDraft();
  const kept = await draft.storedDraft;
  const notice = restoredNotice(plan, kept);
  const { receipt, step, sent } = draft.data;
  const isWhole = (await plan.prepareStep?.(receipt ? plan.lastStep + 1 : step)) ?? true;
  const { stage } = form.state;
  // A quick citizen may be sending by now.
  if (stage.at === 'sending') return;
  if (!isWhole) throw new OfflineError('A step of the form did not come');
  if (receipt) form.setStage({ at: 'sent', receipt, isEarlierVersion: false });
  // Where nothing was kept, she may have gone on from the first step by now.
  else form.setStage({ notice, ...stage, at: 'asking', step: !kept && 'step' in stage ? stage.step : step });
  await afterPaint();
  // The connection may be gone when they are needed.
  const parts = Promise.all([loadModule(import('./actions.ts')), form.loadRules()]);
  if (receipt || !plan.resendsWhenOpened || !sent.length) await parts.catch(reportFailure);
  else await (await parts)[0].sendForm(form, 'resume');
}

function restoredNotice<Input, Receipt>(
  plan: FormPlan<Input, Receipt>,
  kept: FormDraft<Input, Receipt> | undefined,
): string | undefined {
  if (!kept || !Object.values(kept.values).some(Boolean)) return undefined;
  return plan.noticeForDraft?.(kept) ?? 'restored';
}
