import * as v from 'valibot';

import {
  ComplaintInputSchema,
  type ComplaintCreated,
  type ComplaintInput,
} from '../contract/complaints/schemas.ts';
import { textIn, type FieldValues } from '../fields/field-kind.ts';
import { schemaMistakes } from '../forms/schema-mistakes.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import { createComplaint } from '../portal/complaints.ts';
import type { Portal } from '../portal/context.ts';
import type { SendResult } from '../portal/post-json.ts';

/** Makes the input of `ComplaintInputSchema`. Every key is there, because valibot skips the message of a key that is absent. */
function rawInput(values: FieldValues, consent: string | undefined) {
  const valueOf = (name: string) => values[name];
  const textOrUndefined = (name: string) => textIn(values, name).trim() || undefined;
  return {
    ground: valueOf('ground'),
    agency: textIn(values, 'agency'),
    application: textOrUndefined('application'),
    text: valueOf('text'),
    name: valueOf('name'),
    email: textOrUndefined('email'),
    phone: textOrUndefined('phone'),
    consent: consent === undefined ? undefined : { version: consent },
  };
}

/** Checks the answers. Gives the codes of the mistakes by question. */
export const mistakesIn = (values: FieldValues, consent: string | undefined): Mistakes =>
  schemaMistakes(ComplaintInputSchema, rawInput(values, consent));

/** Makes the complaint for the portal. Throws a `ValiError` where an answer is wrong: check first. */
export const inputOf = (values: FieldValues, consent: string | undefined): ComplaintInput =>
  v.parse(ComplaintInputSchema, rawInput(values, consent));

/** Sends the complaint. With the same key there is one complaint, however often it is sent. */
export const sendInput = (
  portal: Portal,
  input: ComplaintInput,
  key: string,
): Promise<SendResult<ComplaintCreated>> => createComplaint(portal, input, key);
