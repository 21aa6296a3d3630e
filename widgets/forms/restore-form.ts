import { OfflineError, reportFailure, loadModule } from '../portal/errors.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { reveal } from '../fields/reveal.ts';
import type { FormDraft } from './draft-plan.ts';
import { questionControl } from './draft-saver.ts';
import { HAND_OVER_HASH, type Form } from './form.ts';
import type { FormPlan } from './plan.ts';
import { StepHistory } from './step-history.ts';

/**
 * Restores a form from its draft. Shows the receipt, or the step where the citizen has left it; then fetches what she will need, and
 * sends again what was on its way when the page was closed. Rejects with an `OfflineError` when the step cannot be shown.
 */
export async function restoreForm<Input, Receipt>(form: Form<Input, Receipt>): Promise<void> {
  const { plan } = form;
  const draft = await form.openDraft();
  const stored = await draft.storedDraft;
  const notice = restoredNotice(plan, stored);
  const { receipt, step, sent, pressed } = draft.data;
  const isReady = (await plan.prepareStep?.(receipt ? plan.lastStep + 1 : step)) ?? true;
  const { stage } = form.state;
  // The citizen was faster: she is sending already, or has sent.
  if (stage.at === 'sending' || stage.at === 'waiting' || stage.at === 'sent') return;
  if (!isReady) throw new OfflineError('A step of the form could not be fetched');
  if (receipt) await showReceipt(form, draft.data);
  // Without a stored draft the citizen may have gone to another step by now, and stays there.
  else
    form.setStage({ notice, ...stage, at: 'asking', step: !stored && 'step' in stage ? stage.step : step });
  openHistory(form);
  await afterPaint();
  if (stored && !receipt) restoreFocus(form, stored.focus);
  // Fetched now, because there may be no connection when they are needed.
  const modules = Promise.all([loadModule(import('./actions.ts')), form.loadRules()]);
  const mayResend = plan.hasOutbox ?? plan.resendsWhenOpened;
  const isOnItsWay = mayResend && (sent.length > 0 || pressed?.isQueued);
  if (receipt || !isOnItsWay) await modules.catch(reportFailure);
  else await (await modules)[0].sendForm(form, 'resume');
  if (plan.hasOutbox && location.hash.startsWith(HAND_OVER_HASH)) {
    const { takeFromAddress } = await loadModule(import('./hand-over.ts'));
    await takeFromAddress(form);
  }
}

/** Fetches what all further steps and the receipt need: there may be no connection when they are shown. */
export async function fetchSteps<Input, Receipt>({ plan }: Form<Input, Receipt>): Promise<void> {
  for (let step = 0; step <= plan.lastStep + 1; step++) await plan.prepareStep?.(step);
}

/** Name of the notice about a stored draft; `undefined` where there is none, or it is empty. */
function restoredNotice<Input, Receipt>(
  plan: FormPlan<Input, Receipt>,
  stored: FormDraft<Input, Receipt> | undefined,
): string | undefined {
  if (!stored || !Object.values(stored.values).some(Boolean)) return undefined;
  // Of a draft whose head is damaged nobody knows which version of the form it was for.
  if (stored.lost.includes('')) return 'restored';
  return plan.noticeForDraft?.(stored) ?? 'restored';
}

/** Shows the receipt that the device has, unless it is shown already. */
export async function showReceipt<Input, Receipt>(
  form: Form<Input, Receipt>,
  { receipt, isEarlierVersion = false }: FormDraft<Input, Receipt>,
): Promise<void> {
  await form.plan.prepareStep?.(form.plan.lastStep + 1);
  const { stage } = form.state;
  if (receipt && (stage.at === 'asking' || stage.at === 'waiting' || stage.at === 'loading'))
    form.setStage({ at: 'sent', receipt, isEarlierVersion });
}

/** Puts the steps of the form into the browser's history from now on. */
function openHistory<Input, Receipt>(form: Form<Input, Receipt>): void {
  if (form.plan.lastStep === 0 || form.stepHistory) return;
  const steps = new StepHistory(form, (step) => {
    loadModule(import('./actions.ts'))
      .then(({ goToStep }) => goToStep(form, step, true))
      .catch(reportFailure);
  });
  form.stepHistory = steps;
  form.host.addController(steps);
}

/** Gives the focus back to the question that had it, unless the citizen is somewhere else on the page by now. */
function restoreFocus<Input, Receipt>(form: Form<Input, Receipt>, name: string): void {
  if (!name || document.activeElement !== document.body) return;
  const control = questionControl(form, name);
  if (!control) return;
  control.focus({ preventScroll: true });
  void reveal(control.closest<HTMLElement>('.field') ?? control);
}
