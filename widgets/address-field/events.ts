import type { Suggestion } from '../addresses/suggest/suggestion.ts';

/** The citizen wants to choose a suggestion. The host page may refuse by `preventDefault()`: what was typed stays. */
export class AddressChooseEvent extends Event {
  readonly suggestion: Suggestion;

  constructor(suggestion: Suggestion) {
    super('okno-address-choose', { bubbles: true, composed: true, cancelable: true });
    this.suggestion = suggestion;
  }
}

/** The citizen has chosen a suggestion; the field's `value` is already the new one. */
export class AddressChosenEvent extends Event {
  readonly suggestion: Suggestion;

  constructor(suggestion: Suggestion) {
    super('okno-address-chosen', { bubbles: true, composed: true });
    this.suggestion = suggestion;
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-address-choose': AddressChooseEvent;
    'okno-address-chosen': AddressChosenEvent;
  }
}
