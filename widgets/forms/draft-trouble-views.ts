import { html, nothing } from 'lit';

import type { DraftControls } from './draft-controls.ts';
import type { DraftMessages } from './draft-messages.ts';
import type { Form } from './form.ts';
import { signedOutView } from './signed-out-view.ts';

/** A button that looks like a link. */
export const button = (text: string, onClick: () => unknown) =>
  html`<button class="link" type="button" @click=${onClick}>${text}</button>`;

const note = (text: string, ...actions: unknown[]) =>
  html`<div class="note ask">
    <p>${text}</p>
    ${actions}
  </div>`;

/** What has gone wrong with the draft, in one line for each thing. */
export function trouble<Input, Receipt>(
  form: Form<Input, Receipt>,
  controls: DraftControls<Input, Receipt>,
  messages: DraftMessages,
) {
  const { isShared, isElsewhere } = controls;
  const { keptIn, data } = controls.draft;
  const { stage } = form.state;
  // She is asked at the button then.
  const isAsked = stage.at === 'asking' && typeof stage.notice === 'object';
  const signedOut = () => signedOutView(messages, { owner: data.owner, signIn: () => controls.signIn() });
  return html`${controls.isSignedOut && !isAsked ? html`<div class="note ask">${signedOut()}</div>` : nothing}
  ${keptIn && keptIn !== 'device' && !isShared ? note(messages.notSaved) : nothing}
  ${isElsewhere && keptIn === 'device' ? note(messages.elsewhere) : nothing}
  ${controls.wasEmptied ? note(messages.emptied) : nothing}
  ${data.lost.length ? note(messages.lost(lostNames(form, controls))) : nothing}`;
}

/** How the citizen knows what could not be read: labels of questions, names of files. A question without a label is left out. */
function lostNames<Input, Receipt>(
  { plan }: Form<Input, Receipt>,
  { rules, draft }: DraftControls<Input, Receipt>,
): string[] {
  const steps = Array.from({ length: plan.lastStep + 1 }, (_, step) => step);
  const questions = steps.flatMap((step) => plan.questionsOf(step));
  return draft.data.lost
    .map((name) => rules?.labelOf?.(name) ?? (questions.includes(name) ? '' : name))
    .filter(Boolean);
}

/** The answers that another tab has given to the same questions. */
export const conflicts = <Input, Receipt>(controls: DraftControls<Input, Receipt>, messages: DraftMessages) =>
  Object.entries(controls.draft.data.others).flatMap(([name, answers]) =>
    answers.map((answer) =>
      note(
        messages.conflict(controls.rules?.labelOf?.(name) ?? '', answerText(answer)),
        button(messages.takeOther, () => controls.settle(name, answer, 'other')),
        button(messages.keepMine, () => controls.settle(name, answer, 'mine')),
      ),
    ),
  );

/** Answers to questions that this version of the form does not ask. */
export function leftovers<Input, Receipt>(
  { state }: Form<Input, Receipt>,
  { rules }: DraftControls<Input, Receipt>,
  messages: DraftMessages,
) {
  const texts = Object.entries(state.values).flatMap(([name, value]) =>
    value && rules?.asks?.(name, value) === false ? [answerText(value)] : [],
  );
  if (!texts.length) return nothing;
  return html`<div class="note">
    <p>${messages.leftovers}</p>
    <ul>
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>
  </div>`;
}

/** An answer as a text. */
function answerText(answer: unknown): string {
  if (Array.isArray(answer)) return answer.map(({ name }: { name: string }) => name).join(', ');
  if (typeof answer === 'object' && answer !== null && 'line' in answer) return String(answer.line);
  return String(answer);
}
