import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { localityCodeOf, type ChosenAddress } from './chosen-address.ts';
import type { EditorHost } from './editor.ts';
import { extraMessages } from './extra-messages.ts';

/** The question about a street that was chosen before another locality was. */
export class StreetQuestion {
  /** Whether the citizen is asked: not while she still types the locality. */
  isAsked = false;
  readonly #host: EditorHost;
  #street: ChosenAddress | undefined;

  constructor(host: EditorHost) {
    this.#host = host;
  }

  /** Forgets the street: its name does not stand in its field any more, or the citizen has answered. */
  forget(): void {
    this.#street = undefined;
    this.isAsked = false;
  }

  /** Remembers the street when the locality changes. Gives it back when its own locality is chosen again. */
  changeLocality(
    chosen: Suggestion | undefined,
    street: ChosenAddress | undefined,
  ): ChosenAddress | undefined {
    this.#street ??= street;
    const known = this.#street;
    if (!known || localityCodeOf(known) !== chosen?.kladr) return undefined;
    this.forget();
    return known;
  }

  /** Asks about the street, whose name is `name`, and says so to those who listen. */
  ask(name: string): void {
    const host = this.#host;
    if (!this.#street || !name || this.isAsked) return;
    this.isAsked = true;
    host.requestUpdate();
    const { oldStreet } = { ...extraMessages, ...host.messages };
    // The choice of the locality is announced too: this sentence comes in its place.
    void host.updateComplete.then(() => {
      host.announce(oldStreet(name));
    });
  }
}
