import { reportFailure } from '../portal/errors.ts';
import type { FocusTarget, Form } from './form.ts';
import { mistakeList } from './mistake-list.ts';
import type { Mistakes } from './mistakes.ts';
import { FormStepEvent } from './step-event.ts';

/** Shows the first step that has a mistake, with the focus on its list of mistakes. */
export function showMistakes<Input, Receipt>(
  form: Form<Input, Receipt>,
  mistakes: Mistakes,
  notice?: string,
): Promise<void> {
  const { plan } = form;
  form.errorSummary = (title) => mistakeList(form, title);
  form.setState({ mistakes, reported: mistakes });
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
export async function showStep<Input, Receipt>(
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
  void tellStep(form, step);
}

/** Tells the page which step is shown, and how many mistakes it has. */
async function tellStep<Input, Receipt>(
  { host, plan, state }: Form<Input, Receipt>,
  step: number,
): Promise<void> {
  await host.updateComplete;
  const title = host.renderRoot.querySelector('#title')?.textContent.trim() ?? '';
  const mistakes = plan.questionsOf(step).filter((name) => name in state.reported).length;
  host.dispatchEvent(new FormStepEvent({ title, step: step + 1, steps: plan.lastStep + 1, mistakes }));
}
