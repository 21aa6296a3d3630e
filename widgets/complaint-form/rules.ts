import * as v from 'valibot';

import {
  ComplaintInputSchema,
  type ComplaintCreated,
  type ComplaintInput,
} from '../contract/complaints/schemas.ts';
import { textIn, type Values } from '../fields/kind.ts';
import { mistakesOf } from '../forms/judge.ts';
import type { Mistakes } from '../forms/mistakes.ts';
import { complain } from '../portal/complaints.ts';
import type { Portal } from '../portal/context.ts';
import type { Sent } from '../portal/send.ts';

/** What was typed, as `ComplaintInputSchema` wants to see it. Without the version of the consent nobody has consented. */
function typedIn(values: Values, consent: string | undefined) {
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

export const mistakesIn = (values: Values, consent: string | undefined): Mistakes =>
  mistakesOf(ComplaintInputSchema, typedIn(values, consent));

export const inputOf = (values: Values, consent: string | undefined): ComplaintInput =>
  v.parse(ComplaintInputSchema, typedIn(values, consent));

export const send = (portal: Portal, input: ComplaintInput, key: string): Promise<Sent<ComplaintCreated>> =>
  complain(portal, input, key);
