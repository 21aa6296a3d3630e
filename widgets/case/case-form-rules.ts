import * as v from 'valibot';

import { ApplicationStatusSchema, WithdrawalInputSchema } from '../contract/applications/schemas.ts';
import { EscalationInputSchema, EscalationSchema } from '../contract/complaints/schemas.ts';
import { CaseMessageInputSchema, CaseMessageSchema } from '../contract/messages/schemas.ts';
import type { Upload } from '../contract/values/schemas.ts';
import { isUpload, textIn, type FieldValues } from '../fields/field-kind.ts';
import type { FormRules } from '../forms/plan.ts';
import { schemaMistakes } from '../forms/schema-mistakes.ts';
import { uploadDraftFiles } from '../forms/upload-draft-files.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { troubleOf, type Channels } from './trouble.ts';

/** What a citizen writes to the agency in a case. */
export type CaseFormKind = 'answer' | 'message' | 'withdrawal' | 'escalation';

/** What the portal gets. */
export type CaseFormInput = Record<string, unknown>;

/** A kind of form: where it goes, what of it is valid, what comes back. */
const FORMS = {
  answer: {
    path: '/answers',
    input: CaseMessageInputSchema,
    receipt: ApplicationStatusSchema,
    rawInput: messageIn,
  },
  message: {
    path: '/messages',
    input: CaseMessageInputSchema,
    receipt: CaseMessageSchema,
    rawInput: messageIn,
  },
  withdrawal: {
    path: '/withdrawal',
    input: WithdrawalInputSchema,
    receipt: ApplicationStatusSchema,
    rawInput: (values: FieldValues) => ({ reason: textOrUndefined(values) }),
  },
  escalation: {
    path: '/escalations',
    input: EscalationInputSchema,
    receipt: EscalationSchema,
    rawInput: (values: FieldValues) => ({ comment: textOrUndefined(values) }),
  },
} as const;

function messageIn(values: FieldValues) {
  return { text: textOrUndefined(values), uploads: uploadsIn(values) };
}

const textOrUndefined = (values: FieldValues) => textIn(values, 'text').trim() || undefined;

/**
 * The files of an answer. One that is not uploaded yet counts as attached: it is uploaded before the answer is sent. `fields/file.ts` does
 * the same, and would come to every application form in a file of its own if it were imported here.
 */
const uploadsIn = ({ uploads }: FieldValues): Upload[] =>
  (Array.isArray(uploads) ? uploads : []).map((file) =>
    isUpload(file) ? file : { id: '00000000-0000-4000-8000-000000000000', name: '-', size: 1, type: '-' },
  );

interface RulesOptions {
  access: OpenCase;
  kind: CaseFormKind;
  /** Called where the portal wants the applicant to confirm that it is she who sends. */
  onStepUp: (channels: Channels) => void;
}

/** Makes the rules of a form. */
export function rulesOf({ access, kind, onStepUp }: RulesOptions): FormRules<CaseFormInput, unknown> {
  const { path, input: schema, receipt, rawInput } = FORMS[kind];
  return {
    mistakesIn: (values) => schemaMistakes(schema, rawInput(values)),
    inputOf: (values) => v.parse(schema, rawInput(values)),
    sendInput: (_, input, key) => access.send({ path, input, schema: receipt, key }),
    prepareDraft: uploadDraftFiles,
    noticeForError: (error) => {
      const trouble = troubleOf(error, access);
      if (!('channels' in trouble))
        return trouble.failure === 'changed' || trouble.failure === 'signedOut' ? trouble.failure : undefined;
      onStepUp(trouble.channels);
      return 'stepUp';
    },
  };
}
