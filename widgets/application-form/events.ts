import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';

/** The citizen has pressed «Подать заявление». The host page may refuse by `preventDefault()`. */
export class ApplicationSubmitEvent extends Event {
  readonly input: ApplicationInput;

  constructor(input: ApplicationInput) {
    super('okno-application-submit', { bubbles: true, composed: true, cancelable: true });
    this.input = input;
  }
}

/** The portal has stored the application. */
export class ApplicationSubmittedEvent extends Event {
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
