import type { Problem } from '../contract/problems/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { PortalError, reportFailure, type Failure } from '../portal/errors.ts';

/** Where the portal can send a code by which the applicant confirms that it is she who asks. */
export type Channels = NonNullable<Problem['channels']>;

/** Why something of a case could not be read or done. */
export type Trouble =
  /** `signedOut`: the session is over that has opened the case; `changed`: the case stands elsewhere by now; `taken`: somebody else has taken that time; `gone`: it is not there any more. */
  | { failure: Failure | 'signedOut' | 'changed' | 'taken' | 'gone' }
  /** Number and code do not suffice for this. Empty where the application has neither an e-mail address nor a telephone. */
  | { channels: Channels };

/** Tells what kind of trouble an error is, in a case with this access. Writes a fault to the console, for the webmaster. */
export function troubleOf(error: unknown, { isSignedOut }: Pick<OpenCase, 'isSignedOut'>): Trouble {
  if (error instanceof PortalError) {
    if (isSignedOut) return { failure: 'signedOut' };
    const { status, problem } = error;
    if (problem?.type === 'step-up-needed') return { channels: problem.channels ?? [] };
    if (problem?.type === 'slot-taken') return { failure: 'taken' };
    if (status === 409) return { failure: 'changed' };
    if (status === 404) return { failure: 'gone' };
  }
  return { failure: reportFailure(error) };
}
