/** What a citizen has done in a case. */
export type CaseDeed = 'answered' | 'wrote' | 'withdrawn' | 'escalated' | 'visit' | 'read' | 'notices';

/** The citizen has changed something in the case. Only the widget around hears it: it asks the portal where the case stands now. */
export class CaseChangedEvent extends Event {
  readonly deed: CaseDeed;

  constructor(deed: CaseDeed) {
    super('okno-case-changed', { bubbles: true });
    this.deed = deed;
  }
}

/** The portal has confirmed that the applicant herself asks. The part of the widget that had to wait goes on. */
export class ConfirmedEvent extends Event {
  constructor() {
    super('okno-case-confirmed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-case-changed': CaseChangedEvent;
    'okno-case-confirmed': ConfirmedEvent;
  }
}
