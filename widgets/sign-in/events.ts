/**
 * The citizen has signed out, and all that widgets have kept on this computer is erased. Unless the page cancels the event, it is
 * loaded again: what stands in its forms goes too.
 */
export class DataErasedEvent extends Event {
  constructor() {
    super('okno-data-erased', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-data-erased': DataErasedEvent;
  }
}
