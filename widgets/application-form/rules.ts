import type { AnswerContext } from '../contract/answers/schemas.ts';
import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';
import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import type { FieldError } from '../contract/problems/schemas.ts';
import type { TextFormats } from '../contract/values/formats/load.ts';
import { CONSENT, hasMistakes } from '../forms/mistakes.ts';
import type { FormRules } from '../forms/plan.ts';
import { createApplication } from '../portal/applications.ts';
import { learnTime, todayInRegion } from '../portal/learn-time.ts';
import type { Config } from '../portal/config.ts';
import type { Correction } from '../portal/correction.ts';
import { PortalError } from '../portal/errors.ts';
import { answersOf, answerMistakes, draftRules, offerTo } from './answers.ts';
import { uploadDraftFiles } from '../forms/upload-draft-files.ts';

/** Changes the pointer of an error, `/answers/email`, into what the engine expects: the name of the question first, `/email`. */
const questionError = (error: FieldError): FieldError => ({
  ...error,
  pointer: error.pointer.replace(/^\/answers/, ''),
});

/** Makes the rules that check and send the form of one service. Learns first from the portal which day is today. */
export async function applicationRules(
  definition: FormDefinition,
  formats: TextFormats,
  { config, correction }: { config: Config; correction: Correction | undefined },
): Promise<FormRules<ApplicationInput, ApplicationCreated>> {
  await learnTime(config);
  const rules = rulesOf(definition, () => ({ formats, today: todayInRegion(config.region.timeZone) }));
  return {
    ...rules,
    async sendInput(portal, input, key) {
      const result = await (correction?.send(input, key) ?? createApplication(portal, input, key));
      return result.result === 'invalid' ? { ...result, fields: result.fields.map(questionError) } : result;
    },
    noticeForError: (error) =>
      error instanceof PortalError ? NOTICES[error.problem?.type ?? ''] : undefined,
  };
}

/** Notices by the type of the problem. The same key was used for other answers: by another device, where the draft went on. */
const NOTICES: Partial<Record<string, string>> = {
  'step-up-needed': 'confirmAgain',
  'key-reused': 'sentElsewhere',
};

const fieldsOf = ({ steps }: FormDefinition): Field[] => steps.flatMap(({ fields }) => fields);

const rulesOf = (
  definition: FormDefinition,
  context: () => AnswerContext,
): Omit<FormRules<ApplicationInput, ApplicationCreated>, 'sendInput'> => ({
  /**
   * Checks the fields of one step; on the review, and without `step`, those of all steps. Without `step` it also
   * checks the consent, but only when everything else is right, so that it is not the first of many mistakes.
   */
  mistakesIn(values, consent, step) {
    const mistakes = answerMistakes(definition, values, { ...context(), step });
    return step === undefined && consent === undefined && !hasMistakes(mistakes)
      ? { [CONSENT]: 'required' }
      : mistakes;
  },
  offerFor(name, values) {
    const field = fieldsOf(definition).find((one) => one.name === name);
    return field && offerTo(field, values[name], context());
  },
  inputOf: (values, consent = '') => ({
    service: definition.service.slug,
    formVersion: definition.version,
    answers: answersOf(definition, values, context()),
    consent: { version: consent },
  }),
  ...draftRules(fieldsOf(definition)),
  prepareDraft: uploadDraftFiles,
  isFormChanged: (error) => error instanceof PortalError && error.problem?.type === 'form-changed',
});
