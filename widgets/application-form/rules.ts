import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';
import type { FormDefinition } from '../contract/forms/schemas.ts';
import { CONSENT, isWrong } from '../forms/mistakes.ts';
import type { FormRules } from '../forms/plan.ts';
import { apply } from '../portal/applications.ts';
import { PortalError } from '../portal/errors.ts';
import { answersOf, mistakesIn, today } from './answers.ts';
import { uploadFiles } from './upload-files.ts';

/** What checks and sends the form of one service, in the time zone of the region. */
export const applicationRules = (
  definition: FormDefinition,
  timeZone: string,
): FormRules<ApplicationInput, ApplicationCreated> => ({
  /** The consent is asked for when all else is right. */
  mistakesIn(values, consent, step) {
    const { fields = definition.steps.flatMap((one) => one.fields) } = definition.steps[step ?? -1] ?? {};
    const mistakes = mistakesIn(fields, values, today(timeZone));
    return step === undefined && consent === undefined && !isWrong(mistakes)
      ? { [CONSENT]: 'required' }
      : mistakes;
  },
  inputOf: (values, consent = '') => ({
    service: definition.service.slug,
    formVersion: definition.version,
    answers: answersOf(definition, values, today(timeZone)),
    consent: { version: consent },
  }),
  prepare: uploadFiles,
  isOutdated: (error) => error instanceof PortalError && error.problem?.type === 'form-changed',
  async send(portal, input, key) {
    const sent = await apply(portal, input, key);
    if (sent.result === 'invalid') {
      const fields = sent.fields.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/answers/, '') }));
      return { result: 'invalid', fields };
    }
    return sent;
  },
});
