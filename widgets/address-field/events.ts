import type { Suggestion } from '../addresses/suggest/suggestion.ts';

/** The citizen chooses a suggestion. The host page can refuse by `preventDefault()`: the text stays as it was typed. */
export class AddressChooseEvent extends Event {
  readonly suggestion: Suggestion;

  constructor(suggestion: Suggestion) {
    super('okno-address-choose', { bubbles: true, composed: true, cancelable: true });
    this.suggestion = suggestion;
  }
}

/** The citizen has chosen a suggestion. The field has its new `value` already. */
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
