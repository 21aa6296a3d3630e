import type { LitElement, ReactiveController } from 'lit';

/** What can take the focus where the part of a widget is gone that had it: a heading, what has been opened or done, a control. */
const PLACES = '[tabindex="-1"], button:not([tabindex]), a[href], input, select, textarea, summary';

/**
 * Keeps the focus in a widget: where an update takes away what had it, the nearest part that is still there gets it, instead of the top of
 * the page. A widget that moves the focus itself does so after that.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  /** What has the focus before an update, and all that it stands in, from the inside out. */
  #path: Element[] = [];

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#path = [];
    let focused = this.#host.shadowRoot?.activeElement;
    for (; focused && focused !== this.#host.renderRoot; focused = focused.parentElement)
      this.#path.push(focused);
  }

  hostUpdated(): void {
    const [focused, ...around] = this.#path;
    if (!focused || isShown(focused) || this.#host.shadowRoot?.activeElement) return;
    const left = around.find(isShown) ?? (this.#host.renderRoot as Element);
    const places = [left, ...left.querySelectorAll<HTMLElement>(PLACES), ...placesAbove(left)];
    for (const place of places) if (place.matches(PLACES) && takesFocus(place as HTMLElement)) return;
  }
}

const isShown = (element: Element) => element.isConnected && element.getClientRects().length > 0;

/** Places beside an element and around it, the nearest first. */
function placesAbove(element: Element): Element[] {
  const around = element.parentElement;
  return around ? [...around.querySelectorAll(PLACES), ...placesAbove(around)] : [];
}

function takesFocus(place: HTMLElement): boolean {
  place.focus({ preventScroll: true });
  if (!place.matches(':focus, :focus-within')) return false;
  place.scrollIntoView({ block: 'nearest' });
  return true;
}
