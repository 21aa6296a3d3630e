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

/** What was typed, as `ComplaintInputSchema` wants to see it. Without the version of the consent nobody has consented. */
function rawInput(values: FieldValues, consent: string | undefined) {
  const text = (name: string) => values[name];
  const orNothing = (name: string) => textIn(values, name).trim() || undefined;
  return {
    ground: text('ground'),
    agency: textIn(values, 'agency'),
    application: orNothing('application'),
    text: text('text'),
    name: text('name'),
    email: orNothing('email'),
    phone: orNothing('phone'),
    consent: consent === undefined ? undefined : { version: consent },
  };
}

export const mistakesIn = (values: FieldValues, consent: string | undefined): Mistakes =>
  schemaMistakes(ComplaintInputSchema, rawInput(values, consent));

export const inputOf = (values: FieldValues, consent: string | undefined): ComplaintInput =>
  v.parse(ComplaintInputSchema, rawInput(values, consent));

export const sendInput = (
  portal: Portal,
  input: ComplaintInput,
  key: string,
): Promise<SendResult<ComplaintCreated>> => createComplaint(portal, input, key);
