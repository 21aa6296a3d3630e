import type { TemplateResult } from 'lit';

import type { SomeFormMessages } from './form-messages.ts';

/** A notice about the form: the name of a text in `messages.notices`, or a view of one that few citizens see and that is fetched then. */
export type Notice = string | { view: (messages: SomeFormMessages) => TemplateResult | string };

/**
 * The stage of a form:
 * - `loading`: the definition and the draft are being fetched; `isSlow` after some seconds;
 * - `notFound`: there is no such form, `card` is the address of the service's card where it has one; `unavailable`: the form could not be
 *   fetched;
 * - `asking`: the citizen fills in `step`, counted from 0; `notice` says what has happened;
 * - `sending`: the portal has not answered yet;
 * - `waiting`: for a connection, as the citizen has chosen; or for an answer of the portal: the last one was lost, and it is asked again;
 * - `sent`: the portal has accepted it; `isEarlierVersion` where it has the version before the last changes.
 *
 * @example
 * loading → asking (step 0) → asking (step 1) → sending → asking (step 1, notice 'offline') → sending → sent
 */
export type Stage<Receipt> =
  | { at: 'loading'; isSlow?: true }
  | { at: 'notFound'; card?: string | undefined }
  | { at: 'unavailable' }
  | { at: 'asking'; step: number; notice?: Notice | undefined }
  | { at: 'sending'; step: number }
  | { at: 'waiting'; step: number; for: 'connection' | 'answer' }
  | { at: 'sent'; receipt: Receipt; isEarlierVersion: boolean };

type StageName = Stage<unknown>['at'];

/** The stages that may follow each stage. */
const NEXT_STAGES: Record<StageName, readonly StageName[]> = {
  // To `sent` where the device has the receipt already.
  loading: ['loading', 'asking', 'sent', 'notFound', 'unavailable'],
  notFound: [],
  unavailable: [],
  asking: ['asking', 'sending', 'waiting', 'sent'],
  sending: ['asking', 'waiting', 'sent'],
  waiting: ['asking', 'waiting', 'sent'],
  sent: [],
};

/** Gives the stage `to`. Throws an `Error` where it may not follow `from`. */
export function requireAllowedStage<Receipt>(from: Stage<Receipt>, to: Stage<Receipt>): Stage<Receipt> {
  if (!NEXT_STAGES[from.at].includes(to.at)) throw new Error(`A form that is ${from.at} cannot be ${to.at}`);
  return to;
}
