import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';
import type { FormDefinition } from '../contract/forms/schemas.ts';
import { CONSENT } from '../forms/mistakes.ts';
import type { FormPlan } from '../forms/plan.ts';
import type { Messages } from './messages.ts';
import { controlId } from './questions.ts';
import type { StepParts } from './step-parts.ts';

/** What opens an accepted application, and the last day of the answer. */
export type ApplicationReceipt = Pick<ApplicationCreated, 'number' | 'code' | 'dueOn'>;

type Plan = FormPlan<ApplicationInput, ApplicationReceipt>;

/** What the widget adds to the plan. */
interface WidgetPart extends Required<Pick<Plan, 'maySend' | 'onSent' | 'reopen'>> {
  messages: () => Messages;
  parts: StepParts;
  /** Of the region, e.g. `Europe/Moscow`. */
  timeZone: string;
}

/** The form of one service, as the engine needs it. */
export function applicationPlan(definition: FormDefinition, widget: WidgetPart): Plan {
  const { steps, service, version } = definition;
  const fields = steps.flatMap((step) => step.fields);
  return {
    draft: { name: service.slug, version },
    // The review comes behind the steps of the definition.
    lastStep: steps.length,
    questionsOf: (step) => steps[step]?.fields.map(({ name }) => name) ?? [CONSENT],
    controlId: (name) => (name === CONSENT ? CONSENT : controlId(name)),
    mistake(name, code) {
      const field = fields.find((one) => one.name === name);
      return field ? widget.messages().mistake(code, field) : widget.messages().consentMissing;
    },
    rules: () =>
      import('./rules.ts').then(({ applicationRules }) => applicationRules(definition, widget.timeZone)),
    prepareStep(step) {
      const asked = steps[step]?.fields;
      if (asked) return widget.parts.loadElements(asked);
      return widget.parts.loadViews(step > steps.length ? import('./receipt.ts') : import('./review.ts'));
    },
    noticeOfDraft: (draft) => (draft.version === version ? 'restored' : 'formChanged'),
    resumes: true,
    maySend: widget.maySend,
    reopen: widget.reopen,
    keptOf: () => ({}),
    onSent: widget.onSent,
  };
}
