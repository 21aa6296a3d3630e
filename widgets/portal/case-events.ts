/** What a citizen wants to do about a case: see its status, rate the service, complain. */
export type CaseAction = 'follow' | 'rate' | 'complain';

/** What is known of a case. The next widget fills it in. */
export interface KnownCase {
  number: string;
  code: string;
  /** Slug of the agency in charge. */
  agency?: string | undefined;
}

/** What is known of the case of each event. It is no property of the event: everybody on the page hears that one. */
const knownCases = new WeakMap<Event, KnownCase>();

/**
 * The citizen wants to go on in another widget. `okno.js` scrolls to that widget, or adds it to the page. A host page that has its
 * own page for it calls `preventDefault()` and opens that.
 */
export class CaseActionEvent extends Event {
  readonly action: CaseAction;
  /** Number of the application. */
  readonly number: string;

  constructor(action: CaseAction, known: KnownCase) {
    super('okno-case-action', { bubbles: true, composed: true, cancelable: true });
    this.action = action;
    this.number = known.number;
    knownCases.set(this, known);
  }
}

/** Gives what is known of the case of an event, for the widget that goes on. */
export const knownCaseOf = (event: CaseActionEvent): KnownCase | undefined => knownCases.get(event);

declare global {
  interface HTMLElementEventMap {
    'okno-case-action': CaseActionEvent;
  }
}
