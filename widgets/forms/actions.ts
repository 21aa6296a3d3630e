import { errorSummary } from '../fields/error-summary.ts';
import { readAgain } from '../fields/read-again.ts';
import type { Portal } from '../portal/context.ts';
import { OfflineError, loadModule, reportFailure } from '../portal/errors.ts';
import type { FocusTarget, Form } from './form.ts';
import { hasMistakes, type Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';
import { remainingMistakes } from './remaining-mistakes.ts';
import { resendDraft, submitDraft, type SubmissionResult } from './submission.ts';

/** Checks one answer when the citizen leaves its field. An empty answer is checked only when the form is submitted. */
export async function validateField<Input, Receipt>(form: Form<Input, Receipt>, name: string): Promise<void> {
  if (!form.state.values[name]) return;
  const rules = await form.loadRules();
  const code = rules.mistakesIn(form.state.values, form.consentVersion)[name];
  if (code !== undefined) form.setState({ mistakes: { ...form.state.mistakes, [name]: code } });
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
  form.setState({ mistakes, isSummaryShown: false });
  if (isLast) await sendForm(form, 'submit');
  else await goToStep(form, step + 1);
}

/** Goes to a step without checking the answers. */
export async function goToStep<Input, Receipt>(form: Form<Input, Receipt>, step: number): Promise<void> {
  readAgain(form.host.renderRoot);
  if (form.state.stage.at !== 'asking') return;
  form.setState({ isSummaryShown: false });
  // The browser tells when it is there.
  if (form.stepHistory?.goBackTo(step)) return;
  await showStep(form, { step, focus: 'heading' });
}

/** Shows a step to which the browser has gone in its history. */
export async function showStepOfHistory<Input, Receipt>(
  form: Form<Input, Receipt>,
  step: number,
): Promise<void> {
  readAgain(form.host.renderRoot);
  form.setState({ isSummaryShown: false });
  await showStep(form, { step, focus: 'heading', isInHistory: true });
}

/** Shows the first step that has a mistake, with the focus on its list of mistakes. */
function showMistakes<Input, Receipt>(
  form: Form<Input, Receipt>,
  mistakes: Mistakes,
  notice?: string,
): Promise<void> {
  const { plan } = form;
  form.errorSummary = errorSummary;
  form.setState({ mistakes, isSummaryShown: true });
  let step = 0;
  while (step < plan.lastStep && !plan.questionsOf(step).some((name) => name in mistakes)) step++;
  return showStep(form, { step, focus: 'summary', notice });
}

interface StepRequest {
  step: number;
  focus: FocusTarget;
  notice?: string | undefined;
  /** Whether the browser's history has an entry for it already. */
  isInHistory?: boolean;
}

/** Fetches what a step needs, and shows it. Where that fails, the present step stays, with the notice `offline`. */
async function showStep<Input, Receipt>(
  form: Form<Input, Receipt>,
  { step, focus, notice, isInHistory = false }: StepRequest,
): Promise<void> {
  const request = ++form.lastStepRequest;
  const isReady = (await form.plan.prepareStep?.(step)) ?? true;
  const { stage } = form.state;
  // A later click asks for another step, or the form is being sent.
  if (request !== form.lastStepRequest || stage.at !== 'asking') return;
  if (isReady && !isInHistory) form.stepHistory?.enter(step, stage.step);
  if (isReady) form.setStage({ at: 'asking', step, notice });
  else form.showNotice('offline');
  if (isReady && form.plan.lastStep > 0)
    form.updateDraft({ step, stepQuestions: form.plan.questionsOf(step) });
  // Nobody waits for the scrolling: until this ends, a click counts as the one before.
  form.focus(focus).catch(reportFailure);
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
  if (await isPageBroken(form, portal)) return;
  if (await isOwnerGone(form, portal, draft)) return;
  const { step } = stage;
  form.setStage({ at: 'sending', step });
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

/** Whether a library of the page has broken natives since the widgets started. Then nothing is sent, and a notice says so. */
async function isPageBroken<Input, Receipt>(form: Form<Input, Receipt>, portal: Portal): Promise<boolean> {
  // `JSON` was taken before, and a wrapped `fetch` sends what it is given. All others might change what is sent.
  const broken = portal.brokenNatives().filter((name) => !['JSON', 'fetch'].includes(name));
  if (!broken.length) return false;
  const { reportBrokenLate } = await loadModule(import('../portal/clean-realm.ts'));
  const sentence = reportBrokenLate(broken);
  form.showNotice({ view: () => sentence });
  return true;
}

/**
 * Whether the draft was filled in by a citizen who had signed in, and whose session is over. Then nothing is sent, and she is asked:
 * to sign in again, or to send in nobody's name.
 */
async function isOwnerGone<Input, Receipt>(
  form: Form<Input, Receipt>,
  portal: Portal,
  draft: OpenDraft<Input, Receipt>,
): Promise<boolean> {
  const { owner } = draft.data;
  if (!owner || (await portal.session.whenSettled())) return false;
  const signIn = async () => {
    if ((await portal.session.signIn()) === 'signedIn') await sendForm(form, 'submit');
  };
  const sendAnyway = async () => {
    await draft.update({ owner: '' });
    await sendForm(form, 'submit');
  };
  const { signedOutView } = await loadModule(import('./signed-out-view.ts'));
  form.showNotice({ view: ({ draft: messages }) => signedOutView(messages, { owner, signIn, sendAnyway }) });
  return true;
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
