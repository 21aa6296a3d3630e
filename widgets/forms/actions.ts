import { OfflineError, failureOf } from '../portal/errors.ts';
import type { FocusTarget, Form } from './form.ts';
import { isWrong, stillWrong } from './mistakes.ts';
import { resume, submit, type Outcome } from './submission.ts';

/** Judges one answer when its field is left; an empty one is not judged before it is sent. */
export async function judgeField<Input, Receipt>(form: Form<Input, Receipt>, name: string): Promise<void> {
  if (!form.state.values[name]) return;
  const rules = await form.rules();
  const code = rules.mistakesIn(form.state.values, form.consent)[name];
  if (code !== undefined) form.change({ mistakes: { ...form.state.mistakes, [name]: code } });
}

/** Takes away the mistakes that are mended. */
export async function judgeMended<Input, Receipt>(form: Form<Input, Receipt>): Promise<void> {
  const rules = await form.rules();
  const { values, mistakes } = form.state;
  form.change({ mistakes: stillWrong(mistakes, rules.mistakesIn(values, form.consent)) });
}

/** Judges what the step asks, or on the last one all; then shows the mistakes, goes on to the next step, or sends. */
export async function submitForm<Input, Receipt>(form: Form<Input, Receipt>): Promise<void> {
  const rules = await form.rules();
  const { stage, values } = form.state;
  if (stage.at !== 'asking') return;
  const isLast = stage.step === form.plan.lastStep;
  const mistakes = rules.mistakesIn(values, form.consent, isLast ? undefined : stage.step);
  form.change({ mistakes, isSummarized: isWrong(mistakes) });
  if (isWrong(mistakes)) await showMistakes(form);
  else if (isLast) await sendForm(form, 'submit');
  else await goTo(form, stage.step + 1);
}

/** Goes to a step without judging anything. */
export async function goTo<Input, Receipt>(form: Form<Input, Receipt>, step: number): Promise<void> {
  if (form.state.stage.at !== 'asking') return;
  form.change({ isSummarized: false });
  await showStep(form, { step, focus: 'head' });
}

/** Shows the first step where something is wrong, and lists it there. */
function showMistakes<Input, Receipt>(form: Form<Input, Receipt>, notice?: string): Promise<void> {
  const { plan, state } = form;
  let step = 0;
  while (step < plan.lastStep && !plan.questionsOf(step).some((name) => name in state.mistakes)) step++;
  return showStep(form, { step, focus: 'summary', notice });
}

/** Shows a step when all that it needs is there. */
async function showStep<Input, Receipt>(
  form: Form<Input, Receipt>,
  { step, focus, notice }: { step: number; focus: FocusTarget; notice?: string | undefined },
): Promise<void> {
  const turn = ++form.turn;
  const isWhole = (await form.plan.prepareStep?.(step)) ?? true;
  const { stage } = form.state;
  if (turn !== form.turn || stage.at !== 'asking') return;
  if (isWhole) form.move({ at: 'asking', step, notice });
  else form.tell('offline');
  await form.focus(focus);
  if (isWhole && form.plan.lastStep > 0) await (await form.draft()).keep({ step });
}

/** Sends what was typed, or what was on its way when the page was closed, and shows what has come of it. */
export async function sendForm<Input, Receipt>(
  form: Form<Input, Receipt>,
  how: 'submit' | 'resume',
): Promise<void> {
  const { plan } = form;
  const { portal } = form.host;
  const [draft, rules, canShow = true] = await Promise.all([
    form.draft(),
    form.rules(),
    plan.prepareStep?.(plan.lastStep + 1),
  ]);
  const { stage } = form.state;
  // Another click may have come first.
  if (!portal || stage.at !== 'asking') return;
  if (!canShow) throw new OfflineError('The receipt could not be shown');
  const { step } = stage;
  form.move({ at: 'sending', step });
  try {
    const send = how === 'submit' ? submit : resume;
    await showOutcome(form, await send({ portal, draft, plan, rules, consent: form.consent }));
  } catch (error) {
    if (plan.reopen && rules.isOutdated?.(error)) {
      await draft.forgetLast({ version: '' });
      plan.reopen();
    } else form.move({ at: 'asking', step, notice: rules.noticeOf?.(error) ?? failureOf(error) });
  }
}

async function showOutcome<Input, Receipt>(
  form: Form<Input, Receipt>,
  outcome: Outcome<Input, Receipt>,
): Promise<void> {
  const { stage } = form.state;
  if (outcome.result === 'accepted') {
    const { receipt, earlier, input } = outcome;
    form.move({ at: 'sent', receipt, earlier });
    await form.focus('done');
    form.plan.onSent(receipt, input);
  } else if (stage.at === 'sending') {
    form.move({ at: 'asking', step: stage.step });
    if (outcome.result === 'cancelled') return;
    form.change({ mistakes: outcome.mistakes, isSummarized: true });
    await showMistakes(form, 'refused');
  }
}
