import type { ApplicationCreated, ApplicationInput } from '../contract/application.ts';
import type { FieldError, ProblemType } from '../contract/problem.ts';
import type { Draft } from '../drafts/drafts.ts';
import type { PortalClient, Sent } from '../portal/client.ts';
import { OfflineError, PortalError } from '../portal/errors.ts';

/** What came of sending. Without an answer (`offline`, `fault`) the portal may or may not have the application. */
export type Outcome =
  | { result: 'accepted'; receipt: NonNullable<Draft['receipt']>; earlier: boolean }
  | { result: 'invalid'; fields: FieldError[] }
  | { result: 'formChanged' | 'offline' | 'fault' };

/**
 * Sends an application under the draft's key: however often it is sent, the portal has one. `remember` is called with all
 * that may have reached the portal, before it goes out. Where the portal already has an earlier version under this key, its
 * number is fetched, and `earlier` is true.
 */
export async function submit(
  client: PortalClient,
  draft: Draft,
  input: ApplicationInput,
  remember: (sent: ApplicationInput[]) => Promise<void>,
): Promise<Outcome> {
  const earlier = draft.sent.filter((other) => JSON.stringify(other) !== JSON.stringify(input));
  await remember([...earlier, input]);
  try {
    return outcomeOf(await client.apply(input, draft.key), false);
  } catch (error) {
    if (!isProblem(error, 'key-reused')) return failure(error);
  }
  for (const known of earlier.reverse()) {
    try {
      return outcomeOf(await client.apply(known, draft.key), true);
    } catch (error) {
      if (!isProblem(error, 'key-reused')) return failure(error);
    }
  }
  return { result: 'fault' };
}

/** What a failed call means for the citizen. Faults of the portal go to the console as well. */
export function failure(error: unknown): Outcome {
  if (error instanceof OfflineError) return { result: 'offline' };
  if (isProblem(error, 'form-changed')) return { result: 'formChanged' };
  console.error(error);
  return { result: 'fault' };
}

const isProblem = (error: unknown, type: ProblemType) =>
  error instanceof PortalError && error.problem?.type === type;

function outcomeOf(sent: Sent<ApplicationCreated>, earlier: boolean): Outcome {
  if (sent.result === 'invalid') return sent;
  const { number, code, dueOn } = sent.value;
  return { result: 'accepted', receipt: { number, code, dueOn }, earlier };
}
