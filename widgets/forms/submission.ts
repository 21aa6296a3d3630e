import type { FieldError } from '../contract/problems/schemas.ts';
import type { Pressed } from '../drafts/draft.ts';
import type { FieldValues } from '../fields/field-kind.ts';
import { sendOnce, addToSent } from '../portal/send-once.ts';
import type { Portal } from '../portal/context.ts';
import { writeJson } from '../text/json.ts';
import { hasMistakes, type Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';
import type { FormPlan, FormRules } from './plan.ts';

/** Everything that a submission needs from the click to the receipt. It stays the same when the widget shows another form meanwhile. */
export interface Submission<Input, Receipt> {
  portal: Portal;
  draft: OpenDraft<Input, Receipt>;
  plan: Pick<FormPlan<Input, Receipt>, 'maySend' | 'valuesToKeep'>;
  rules: Pick<FormRules<Input, Receipt>, 'prepareDraft' | 'inputOf' | 'sendInput'>;
  /** Version of the consent; `undefined` where the citizen has not consented. */
  consentVersion: string | undefined;
  /** Whether the host page has been asked already, when the citizen has pressed the button. */
  isAsked?: boolean;
}

/**
 * Result of a submission: the portal has accepted it; there are mistakes; or the host page has cancelled it. `isEarlierVersion`: the
 * portal has the version before the last changes.
 */
export type SubmissionResult<Input, Receipt> =
  | { result: 'accepted'; receipt: Receipt; input: Input | undefined; isEarlierVersion: boolean }
  | { result: 'invalid'; mistakes: Mistakes }
  | { result: 'cancelled' };

/**
 * Sends what is typed now. The draft remembers it before it goes, so that it can be sent again under the same key. Rejects where no
 * response came: the portal may or may not have it.
 */
export async function submitDraft<Input, Receipt>(
  submission: Submission<Input, Receipt>,
): Promise<SubmissionResult<Input, Receipt>> {
  const { portal, draft, plan, rules, consentVersion, isAsked } = submission;
  const mistakes = await rules.prepareDraft?.(portal, draft);
  if (mistakes && hasMistakes(mistakes)) return { result: 'invalid', mistakes };
  const input = rules.inputOf(draft.data.values, consentVersion);
  if (!isAsked && plan.maySend?.() === false) return { result: 'cancelled' };
  await draft.update({
    sent: addToSent(draft.data.sent, input),
    pressed: pressedNow(draft.data.values, consentVersion),
  });
  const { receipt } = draft.data;
  // Another tab has sent it meanwhile.
  return receipt
    ? storeReceipt(submission, { receipt, input: undefined, isEarlierVersion: true })
    : resendDraft(submission);
}

/** Sends again what may have reached the portal already. Under the same key the portal answers again and stores nothing twice. */
export async function resendDraft<Input, Receipt>(
  submission: Submission<Input, Receipt>,
): Promise<SubmissionResult<Input, Receipt>> {
  const { portal, draft, rules } = submission;
  const { sent, key } = draft.data;
  const outcome = await sendOnce<Input, Receipt>(sent, (input) => rules.sendInput(portal, input, key));
  if (outcome.result === 'accepted')
    return storeReceipt(submission, {
      receipt: outcome.value,
      input: sent.at(-1),
      isEarlierVersion: outcome.isEarlierVersion,
    });
  await draft.removeLastSent({ pressed: undefined });
  return { result: 'invalid', mistakes: portalMistakes(outcome.fields) };
}

/**
 * Turns the portal's field errors into mistakes. The question is the first part of the JSON pointer.
 *
 * @example
 * portalMistakes([{ pointer: '/email', code: 'email' }]) // { email: 'email' }
 */
const portalMistakes = (errors: readonly FieldError[]): Mistakes =>
  Object.fromEntries(errors.map(({ pointer, code }) => [pointer.split('/')[1] ?? '', code]));

/** Answers as one text, to see later whether they are the same. A file counts by its name: it may have been uploaded meanwhile. */
export const answersText = (values: FieldValues): string =>
  writeJson(
    Object.keys(values)
      .sort()
      .flatMap((name) => {
        const value = values[name];
        const text = Array.isArray(value) ? value.map((file) => file.name) : value;
        return text === undefined || text === '' || (Array.isArray(text) && !text.length)
          ? []
          : [[name, text]];
      }),
  );

const pressedNow = (values: FieldValues, consent = ''): Pressed => ({
  answers: answersText(values),
  at: Date.now(),
  consent,
});

/** Stores the receipt in the draft where the plan keeps one; removes the draft where it does not. */
async function storeReceipt<Input, Receipt>(
  { draft, plan }: Submission<Input, Receipt>,
  accepted: { receipt: Receipt; input: Input | undefined; isEarlierVersion: boolean },
): Promise<SubmissionResult<Input, Receipt>> {
  const { pressed, values } = draft.data;
  const isChangedSince = !!pressed && pressed.answers !== answersText(values);
  const { receipt } = accepted;
  const isEarlierVersion = accepted.isEarlierVersion || isChangedSince;
  const done = { receipt, isEarlierVersion, sent: [], pressed: undefined };
  if (plan.valuesToKeep) await draft.update({ ...done, values: plan.valuesToKeep(values) });
  else await draft.remove();
  return { result: 'accepted', ...accepted, isEarlierVersion };
}
