/** What a citizen wants to do about a case: see where it stands, rate the service, complain. */
export type CaseAction = 'follow' | 'rate' | 'complain';

/** What is known of the case, to be filled in where the citizen goes on. */
export interface KnownCase {
  number: string;
  code: string;
  /** Slug of the agency in charge. */
  agency?: string | undefined;
}

/**
 * A citizen wants to go on in another widget. The loader brings her there; a host page that has other pages for it may
 * refuse by `preventDefault()` and do it itself.
 */
export class CaseActionEvent extends Event {
  readonly action: CaseAction;
  readonly case: KnownCase;

  constructor(action: CaseAction, known: KnownCase) {
    super('okno-case-action', { bubbles: true, composed: true, cancelable: true });
    this.action = action;
    this.case = known;
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-case-action': CaseActionEvent;
  }
}
