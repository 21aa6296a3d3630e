import * as v from 'valibot';

import { SignedInSchema, type SignedIn } from '../contract/session.ts';

/** What the sign-in window has posted, where it is for the page that asked with this `state`. */
export function signedIn(data: unknown, state: string): SignedIn | undefined {
  const parsed = v.safeParse(SignedInSchema, data);
  return parsed.success && parsed.output.state === state ? parsed.output : undefined;
}
