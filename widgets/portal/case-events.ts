/**
 * What a citizen wants to do: see the status of a case, rate the service, complain; fill in the form of a service; mend a refused
 * application and send it again.
 */
export type CaseAction = 'follow' | 'rate' | 'complain' | 'apply' | 'correct';

/** What she wants to do in a case that she follows: what it needs of her now, or its withdrawal. */
export type CaseWish = 'need' | 'withdrawal';

/** What is known of a case. The next widget fills it in. */
export interface KnownCase {
  /** Empty where there is no case yet. */
  number: string;
  /** Empty where it is not known: the citizen is signed in, or has no case yet. */
  code: string;
  /** Slug of the agency in charge. */
  agency?: string | undefined;
  /** Slug of the service whose form is opened. */
  service?: string;
}

/**
 * The citizen wants to go on in another widget. `okno.js` scrolls to that widget, or adds it to the page. A host page that has its
 * own page for it calls `preventDefault()` and opens that.
 */
export class CaseActionEvent extends Event {
  readonly action: CaseAction;
  /** Number of the application. The code is no property: everybody on the page hears an event. */
  readonly number: string;
  readonly #case: object;

  /** `more` is what the next widget needs besides. */
  constructor(action: CaseAction, known: KnownCase, more: object = {}) {
    super('okno-case-action', { bubbles: true, composed: true, cancelable: true });
    this.action = action;
    this.number = known.number;
    this.#case = { ...known, ...more };
  }

  /** Fills in the widget that goes on. `okno.js` calls it. */
  fillIn(widget: Element): void {
    Object.assign(widget, this.#case);
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-case-action': CaseActionEvent;
  }
}
