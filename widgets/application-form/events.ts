import type { ApplicationCreated } from '../contract/applications/schemas.ts';

/**
 * The citizen has pressed «Подать заявление». The host page can stop the sending by `preventDefault()`. It does not learn the answers:
 * everybody on the page hears an event.
 */
export class ApplicationSubmitEvent extends Event {
  constructor() {
    super('okno-application-submit', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The portal has stored the application. */
export class ApplicationSubmittedEvent extends Event {
  /** Number of the application, and the last day of the answer, `YYYY-MM-DD`. */
  readonly application: Pick<ApplicationCreated, 'number' | 'dueOn'>;

  constructor(application: Pick<ApplicationCreated, 'number' | 'dueOn'>) {
    super('okno-application-submitted', { bubbles: true, composed: true });
    this.application = application;
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-application-submit': ApplicationSubmitEvent;
    'okno-application-submitted': ApplicationSubmittedEvent;
  }
}
