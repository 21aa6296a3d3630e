/**
 * Where a form stands. `unknown`: there is no such form; `unavailable`: it did not come. `step` is counted from 0. `notice` is the
 * name of a sentence in the form's words. `earlier`: the portal had taken what was sent before the last changes.
 */
export type Stage<Receipt> =
  | { at: 'loading' }
  | { at: 'notFound' }
  | { at: 'unavailable' }
  | { at: 'asking'; step: number; notice?: string | undefined }
  | { at: 'sending'; step: number }
  | { at: 'sent'; receipt: Receipt; isEarlierVersion: boolean };

type Name = Stage<unknown>['at'];

/** Where each stage can lead. */
const NEXT_STAGES: Record<Name, readonly Name[]> = {
  // To `sent` where the device has the receipt already.
  loading: ['asking', 'sent', 'notFound', 'unavailable'],
  notFound: [],
  unavailable: [],
  asking: ['asking', 'sending', 'sent'],
  sending: ['asking', 'sent'],
  sent: [],
};

/** The stage that follows; throws an `Error` when it cannot. */
export function nextStage<Receipt>(from: Stage<Receipt>, to: Stage<Receipt>): Stage<Receipt> {
  if (!NEXT_STAGES[from.at].includes(to.at)) throw new Error(`A form that is ${from.at} cannot be ${to.at}`);
  return to;
}
