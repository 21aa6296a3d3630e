import * as v from 'valibot';

import {
  InstantInputSchema,
  type InstantAnswer,
  type InstantInput,
  type InstantKind,
} from '../contract/instant/schemas.ts';
import { textIn, type FieldValues } from '../fields/field-kind.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import type { OpenDraft } from '../forms/open-draft.ts';
import type { FormRules } from '../forms/plan.ts';
import { schemaMistakes } from '../forms/schema-mistakes.ts';
import { isSignInNeeded } from '../forms/sign-in-action.ts';
import { uploadDraftFiles } from '../forms/upload-draft-files.ts';
import type { Portal } from '../portal/context.ts';
import { PortalError } from '../portal/errors.ts';
import { askInstantly } from '../portal/instant.ts';
import { findSignature, type Examined } from './find-signature.ts';
import type { InstantReceipt } from './receipt.ts';

/** What is sent; for a signature that the device could judge alone, only what it has found: nothing goes to the portal. */
export type InstantQuestion = InstantInput | { found: 'changed' | 'none' };

/** The signature of the file cannot be read on this device. */
class UnreadableSignatureError extends Error {
  override name = 'UnreadableSignatureError';
}

/** The rules of the form of one kind. `onAnswer` gets what the portal says: the draft keeps only the id of it. */
export const instantRules = (
  kind: InstantKind,
  onAnswer: (answer: InstantAnswer) => void,
): FormRules<InstantQuestion, InstantReceipt> => ({
  mistakesIn: (values) => mistakesIn(kind, values),
  inputOf: (values) => inputOf(kind, values),
  sendInput: async (portal, input, key) => {
    if ('found' in input) return { result: 'accepted', value: { found: input.found } };
    const outcome = await askInstantly(portal, input, key);
    if (outcome.result === 'invalid') return outcome;
    onAnswer(outcome.value);
    return { result: 'accepted', value: { id: outcome.value.id } };
  },
  ...(kind === 'signatureCheck' && { prepareDraft: examineDraft }),
  noticeForError,
});

/** Makes the input of `InstantInputSchema`. Every key is there, because valibot skips the message of a key that is absent. */
const rawInput = (kind: InstantKind, values: FieldValues) => ({
  kind,
  plate: textIn(values, 'plate'),
  licence: textIn(values, 'licence').trim() || undefined,
  inn: textIn(values, 'inn'),
});

const fileIn = (values: FieldValues, name: string) => {
  const value = values[name];
  return Array.isArray(value) ? value[0] : undefined;
};

function mistakesIn(kind: InstantKind, values: FieldValues): Mistakes {
  if (kind !== 'signatureCheck') return schemaMistakes(InstantInputSchema, rawInput(kind, values));
  return fileIn(values, 'file') ? {} : { file: 'required' };
}

function inputOf(kind: InstantKind, values: FieldValues): InstantQuestion {
  if (kind !== 'signatureCheck') return v.parse(InstantInputSchema, rawInput(kind, values));
  const examined = JSON.parse(textIn(values, 'examined')) as Examined;
  if (examined.found === 'changed' || examined.found === 'none') return { found: examined.found };
  const file = fileIn(values, 'file');
  return {
    kind,
    ...(examined.signature !== undefined && { signature: examined.signature }),
    ...(file && 'id' in file && { upload: file.id }),
  };
}

/**
 * Looks at the file on this device. Only where the device cannot read the signature, and the citizen has agreed (`sendsFile`), the file is
 * uploaded. What was found is an answer of the draft, `examined`, as JSON.
 */
async function examineDraft<Input, Receipt>(
  portal: Portal,
  draft: OpenDraft<Input, Receipt>,
): Promise<Mistakes> {
  const { values } = draft.data;
  const [file, signatureFile] = ['file', 'signature'].map((name) => fileIn(values, name));
  // Uploaded already, at an earlier attempt.
  if (!file || 'id' in file) return {};
  const examined = await findSignature(
    file,
    signatureFile && 'id' in signatureFile ? undefined : signatureFile,
  );
  if (examined.found === 'elsewhere') return { signature: 'elsewhere' };
  await draft.update({ values: { ...draft.data.values, examined: JSON.stringify(examined) } });
  if (examined.found !== 'unreadable') return {};
  if (textIn(values, 'sendsFile') !== 'yes') throw new UnreadableSignatureError();
  // The signature goes as a text beside its file: the portal takes no `.sig`.
  await draft.update({ values: { ...draft.data.values, signature: undefined } });
  return uploadDraftFiles(portal, draft);
}

/** Name of the notice for an error: somebody has to sign in, or to confirm the account; or the portal has to see the file. */
function noticeForError(error: unknown): string | undefined {
  if (error instanceof UnreadableSignatureError) return 'unreadable';
  if (isSignInNeeded(error)) return 'needsSignIn';
  const isRefused = error instanceof PortalError && error.problem?.type === 'not-confirmed';
  return isRefused ? 'notConfirmed' : undefined;
}
