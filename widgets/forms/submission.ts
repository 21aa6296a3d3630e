import { sendOnce, remember } from '../portal/send-once.ts';
import type { Portal } from '../portal/context.ts';
import { mistakesAt, type Mistakes } from './mistakes.ts';
import type { OpenDraft } from './open-draft.ts';
import type { FormPlan, FormRules } from './plan.ts';

/** All that a submission needs, from the click to the receipt. Nothing that the widget shows meanwhile reaches into it. */
export interface Submission<Input, Receipt> {
  portal: Portal;
  draft: OpenDraft<Input, Receipt>;
  plan: Pick<FormPlan<Input, Receipt>, 'maySend' | 'keptOf'>;
  rules: Pick<FormRules<Input, Receipt>, 'prepare' | 'inputOf' | 'send'>;
  /** Version of the consent that was given. */
  consent: string | undefined;
}

/** What came of it. `earlier`: the portal had taken what was sent before the last changes. */
export type Outcome<Input, Receipt> =
  | { result: 'accepted'; receipt: Receipt; input: Input | undefined; earlier: boolean }
  | { result: 'invalid'; mistakes: Mistakes }
  | { result: 'cancelled' };

/** Sends what has been typed. Rejects where no answer came: the portal may or may not have it. */
export async function submit<Input, Receipt>(
  submission: Submission<Input, Receipt>,
): Promise<Outcome<Input, Receipt>> {
  const { portal, draft, plan, rules, consent } = submission;
  const mistakes = await rules.prepare?.(portal, draft);
  if (mistakes && Object.keys(mistakes).length) return { result: 'invalid', mistakes };
  const input = rules.inputOf(draft.draft.values, consent);
  if (plan.maySend && !plan.maySend(input)) return { result: 'cancelled' };
  await draft.keep({ sent: remember(draft.draft.sent, input) });
  const { receipt } = draft.draft;
  // Another tab may have sent it meanwhile.
  return receipt ? finish(submission, { receipt, input: undefined, earlier: true }) : resume(submission);
}

/** Sends again what may have reached the portal: under the same key it is answered, not done twice. */
export async function resume<Input, Receipt>(
  submission: Submission<Input, Receipt>,
): Promise<Outcome<Input, Receipt>> {
  const { portal, draft, rules } = submission;
  const { sent, key } = draft.draft;
  const outcome = await sendOnce<Input, Receipt>(sent, (input) => rules.send(portal, input, key));
  if (outcome.result === 'accepted')
    return finish(submission, { receipt: outcome.value, input: sent.at(-1), earlier: outcome.earlier });
  await draft.forgetLast();
  return { result: 'invalid', mistakes: mistakesAt(outcome.fields) };
}

async function finish<Input, Receipt>(
  { draft, plan }: Submission<Input, Receipt>,
  accepted: { receipt: Receipt; input: Input | undefined; earlier: boolean },
): Promise<Outcome<Input, Receipt>> {
  if (plan.keptOf)
    await draft.keep({ receipt: accepted.receipt, values: plan.keptOf(draft.draft.values), sent: [] });
  else await draft.forget();
  return { result: 'accepted', ...accepted };
}
