import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';
import type { FormDefinition } from '../contract/forms/schemas.ts';
import { CONSENT, hasMistakes } from '../forms/mistakes.ts';
import type { FormRules } from '../forms/plan.ts';
import { createApplication } from '../portal/applications.ts';
import { PortalError } from '../portal/errors.ts';
import { answersOf, answerMistakes, todayInRegion } from './answers.ts';
import { uploadDraftFiles } from './upload-draft-files.ts';

/** What checks and sends the form of one service, in the time zone of the region. */
export const applicationRules = (
  definition: FormDefinition,
  timeZone: string,
): FormRules<ApplicationInput, ApplicationCreated> => ({
  /** The consent is asked for when all else is right. */
  mistakesIn(values, consent, step) {
    const { fields = definition.steps.flatMap((one) => one.fields) } = definition.steps[step ?? -1] ?? {};
    const mistakes = answerMistakes(fields, values, todayInRegion(timeZone));
    return step === undefined && consent === undefined && !hasMistakes(mistakes)
      ? { [CONSENT]: 'required' }
      : mistakes;
  },
  inputOf: (values, consent = '') => ({
    service: definition.service.slug,
    formVersion: definition.version,
    answers: answersOf(definition, values, todayInRegion(timeZone)),
    consent: { version: consent },
  }),
  prepareDraft: uploadDraftFiles,
  isFormChanged: (error) => error instanceof PortalError && error.problem?.type === 'form-changed',
  async sendInput(portal, input, key) {
    const sent = await createApplication(portal, input, key);
    if (sent.result === 'invalid') {
      const fields = sent.fields.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/answers/, '') }));
      return { result: 'invalid', fields };
    }
    return sent;
  },
});
