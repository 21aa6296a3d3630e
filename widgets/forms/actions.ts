import { pointerReleased } from '../fields/pointer-released.ts';
import { readAgain } from '../fields/read-again.ts';
import { revealNotice } from '../fields/reveal-notice.ts';
import type { Form } from './form.ts';
import { hasMistakes } from './mistakes.ts';
import { offerCorrection } from './offer-view.ts';
import { remainingMistakes } from './remaining-mistakes.ts';
import { sendForm } from './send-form.ts';
import { showMistakes, showStep } from './show-step.ts';

export { focusPart } from '../fields/focus-part.ts';
export { sendForm } from './send-form.ts';

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
