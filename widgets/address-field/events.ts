import type { Suggestion } from '../addresses/suggest/suggestion.ts';

/**
 * What both events of the field have. They stay in the tree of the field, and name the address only where the field has the attribute
 * `address-in-events`: within a form of the portal everybody on the page would read where a citizen lives.
 */
abstract class AddressEvent extends Event {
  /** What the citizen chooses; `undefined` without the attribute. */
  readonly suggestion: Suggestion | undefined;

  constructor(type: string, suggestion: Suggestion | undefined, cancelable = false) {
    super(type, { bubbles: true, cancelable });
    this.suggestion = suggestion;
  }
}

/** The citizen chooses a suggestion. The host page can refuse by `preventDefault()`: the text stays as it was typed. */
export class AddressChooseEvent extends AddressEvent {
  constructor(suggestion: Suggestion | undefined) {
    super('okno-address-choose', suggestion, true);
  }
}

/** The citizen has chosen a suggestion. The field has its new `value` already. */
export class AddressChosenEvent extends AddressEvent {
  constructor(suggestion: Suggestion | undefined) {
    super('okno-address-chosen', suggestion);
  }
}

declare global {
  interface HTMLElementEventMap {
    'okno-address-choose': AddressChooseEvent;
    'okno-address-chosen': AddressChosenEvent;
  }
}
