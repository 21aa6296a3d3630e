import { pointerReleased } from '../fields/pointer-released.ts';
import { readAgain } from '../fields/read-again.ts';
import { revealNotice } from '../fields/reveal-notice.ts';
import { OfflineError, reportFailure } from '../portal/errors.ts';
import type { Form } from './form.ts';
import { hasMistakes } from './mistakes.ts';
import { mustNotSend } from './must-not-send.ts';
import { offerCorrection } from './offer-view.ts';
import { remainingMistakes } from './remaining-mistakes.ts';
import { showMistakes, showStep } from './show-step.ts';
import { resendDraft, submitDraft, type SubmissionResult } from './submission.ts';

export { focusPart } from '../fields/focus-part.ts';

/**
 * Checks one answer when the citizen has left its field, and what she has pressed to leave it is done. An empty answer is checked only when
 * the form is submitted.
 */
export async function validateField<Input, Receipt>(form: Form<Input, Receipt>, name: string): Promise<void> {
  await pointerReleased(form.host);
  const rules = await form.loadRules();
  const { stage, values, mistakes } = form.state;
  const offered = rules.offerFor?.(name, values);
  if (offered !== undefined && stage.at === 'asking')
    offerCorrection(form, name, { typed: values[name], text: offered });
  const code = rules.mistakesIn(values, form.consentVersion)[name];
  if (!values[name] || code === undefined || code === mistakes[name] || stage.at !== 'asking') return;
  form.setState({ mistakes: { ...mistakes, [name]: code } });
  form.host.announcer?.say(form.plan.errorText(name, code));
}

/** Checks the answers again, and removes those of the shown mistakes that are fixed. It never adds one. */
export async function clearFixedMistakes<Input, Receipt>(form: Form<Input, Receipt>): Promise<void> {
  const rules = await form.loadRules();
  const { values, mistakes } = form.state;
  form.setState({ mistakes: remainingMistakes(mistakes, rules.mistakesIn(values, form.consentVersion)) });
}

/**
 * Checks the answers of a step, or on the last step all answers. Then shows the mistakes, goes to the next step, or sends. `step` is
 * the one that was shown at the click: if another one is shown by now, nothing happens, for nobody has seen its questions.
 */
export async function submitForm<Input, Receipt>(form: Form<Input, Receipt>, step: number): Promise<void> {
  readAgain(form.host.renderRoot);
  const rules = await form.loadRules();
  const { stage, values } = form.state;
  if (stage.at !== 'asking' || stage.step !== step) return;
  const isLast = step === form.plan.lastStep;
  const mistakes = rules.mistakesIn(values, form.consentVersion, isLast ? undefined : step);
  if (hasMistakes(mistakes)) return showMistakes(form, mistakes);
  form.setState({ mistakes, reported: {} });
  if (isLast) {
    await sendForm(form, 'submit');
    await revealNotice(form.host);
  } else await goToStep(form, step + 1);
}

/** Goes to a step without checking the answers. `isInHistory` where the browser has gone there already. */
export async function goToStep<Input, Receipt>(
  form: Form<Input, Receipt>,
  step: number,
  isInHistory = false,
): Promise<void> {
  readAgain(form.host.renderRoot);
  if (form.state.stage.at !== 'asking') return;
  form.setState({ reported: {} });
  // The browser tells when it is there.
  if (!isInHistory && form.stepHistory?.goBackTo(step)) return;
  await showStep(form, { step, focus: 'heading', isInHistory });
}

/**
 * Sends the form and shows the result. `submit` sends what is typed now; `resume` sends again what was on its way when the page was
 * closed. One that fails leaves the form at the same step, with a notice that says why.
 */
export async function sendForm<Input, Receipt>(
  form: Form<Input, Receipt>,
  how: 'submit' | 'resume',
): Promise<void> {
  const { plan } = form;
  const { portal } = form.host;
  const [draft, rules, canShow = true] = await Promise.all([
    form.openDraft(),
    form.loadRules(),
    plan.prepareStep?.(plan.lastStep + 1),
  ]);
  const { stage } = form.state;
  // Another click was faster.
  if (!portal || stage.at !== 'asking') return;
  if (!canShow) throw new OfflineError('The receipt could not be shown');
  if (await mustNotSend(form, { portal, draft, resend: () => sendForm(form, how) })) return;
  const { step } = stage;
  form.setStage({ at: 'sending', step });
  await sayTextOf(form, '.go .button');
  try {
    const send = how === 'submit' ? submitDraft : resendDraft;
    await showOutcome(form, await send({ portal, draft, plan, rules, consentVersion: form.consentVersion }));
  } catch (error) {
    if (plan.reopenForm && rules.isFormChanged?.(error)) {
      await draft.removeLastSent({ version: '' });
      plan.reopenForm();
    } else
      form.setStage({ at: 'asking', step, notice: rules.noticeForError?.(error) ?? reportFailure(error) });
  }
}

/** Shows the receipt; or the mistakes that the portal has found; or, where the host page has cancelled it, the form as it was. */
async function showOutcome<Input, Receipt>(
  form: Form<Input, Receipt>,
  outcome: SubmissionResult<Input, Receipt>,
): Promise<void> {
  const { stage } = form.state;
  if (outcome.result === 'accepted') {
    const { receipt, isEarlierVersion, input } = outcome;
    form.setStage({ at: 'sent', receipt, isEarlierVersion });
    await form.focus('receipt');
    form.plan.onSent(receipt, input);
  } else if (stage.at === 'sending') {
    form.setStage({ at: 'asking', step: stage.step });
    if (outcome.result === 'cancelled') return;
    await showMistakes(form, outcome.mistakes, 'refused');
  }
}

/** Says what stands in a part of the form, after the next update. */
async function sayTextOf<Input, Receipt>({ host }: Form<Input, Receipt>, selector: string): Promise<void> {
  await host.updateComplete;
  host.announcer?.say(host.renderRoot.querySelector(selector)?.textContent ?? '', true);
}
