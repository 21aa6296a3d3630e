import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';
import type { FormDefinition } from '../contract/forms/schemas.ts';
import type { Form, FormHost } from '../forms/form.ts';
import { CONSENT } from '../forms/mistakes.ts';
import type { FormPlan } from '../forms/plan.ts';
import type { Config } from '../portal/config.ts';
import type { Correction } from '../portal/correction.ts';
import { ApplicationSubmitEvent, ApplicationSubmittedEvent } from './events.ts';
import type { Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';
import { controlId } from './questions.ts';
import type { StepLoader } from './step-loader.ts';

/** What the plan needs of the element. */
type Widget = FormHost & {
  form: Pick<Form, 'state'>;
  texts: Messages | FirstMessages;
  loadTexts(): Promise<void>;
  stepLoader: StepLoader;
  /** The refused application that is mended. It has a draft of its own. */
  correction: Correction | undefined;
};

/** Makes the plan of a form from its definition. `reopenForm` fetches the form again when its definition has changed. */
// eslint-disable-next-line max-lines-per-function -- one object: an entry for each thing that the engine asks
export function applicationPlan(
  definition: FormDefinition,
  widget: Widget,
  { config, reopenForm }: { config: Config; reopenForm: () => void },
): FormPlan<ApplicationInput, ApplicationCreated> {
  const { steps, service, version, checks = [] } = definition;
  const { correction, stepLoader } = widget;
  const fields = steps.flatMap((step) => step.fields);
  const loadFormats = async () => {
    const { loadFormats } = await import('../contract/values/formats/load.ts');
    return (stepLoader.formats = await loadFormats(fields));
  };
  return {
    draft: { name: correction?.draftName ?? service.slug, version },
    // The review comes after the steps of the definition: with four steps it has the index 4.
    lastStep: steps.length,
    questionsOf: (step) => steps[step]?.fields.map(({ name }) => name) ?? [CONSENT],
    controlId: (name) => (name === CONSENT ? CONSENT : controlId(name)),
    errorText(name, code) {
      const field = fields.find((other) => other.name === name);
      const { texts } = widget;
      if (!('mistake' in texts)) return '';
      if (field && code === 'check') return checks.find((check) => check.field === name)?.words ?? '';
      if (field)
        return texts.mistake(code, field, {
          value: widget.form.state.values[name],
          formats: stepLoader.formats,
        });
      return code === 'unknown' ? texts.consentUnknown : texts.consentMissing;
    },
    offerText: (correction) => ('offer' in widget.texts ? widget.texts.offer(correction) : ''),
    fileMessages: () => widget.texts.file,
    loadRules: async () => {
      const [{ applicationRules }, formats] = await Promise.all([
        import('./rules.ts'),
        loadFormats(),
        widget.loadTexts(),
      ]);
      return applicationRules(definition, formats, { config, correction });
    },
    prepareStep(step) {
      const asked = steps[step]?.fields;
      if (asked) return stepLoader.loadElements(asked);
      return stepLoader.loadViews(
        step > steps.length ? import('./receipt.ts') : import('./review.ts'),
        Promise.all([widget.loadTexts(), loadFormats()]),
      );
    },
    noticeForDraft: (draft) => (draft.version === version ? 'restored' : 'formChanged'),
    hasOutbox: true,
    maySend: () => widget.dispatchEvent(new ApplicationSubmitEvent()),
    reopenForm,
    valuesToKeep: () => ({}),
    onSent({ number, dueOn }) {
      widget.dispatchEvent(new ApplicationSubmittedEvent({ number, dueOn }));
    },
  };
}
