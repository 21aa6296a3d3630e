import type { ReactiveController } from 'lit';

import type { Announcing } from './announcer.ts';

/** What can take the focus where the part of a widget is gone that had it: a heading, what has been opened or done, a control. */
const PLACES = '[tabindex="-1"], button:not([tabindex]), a[href], input, select, textarea, summary';

/** Pixels that an error or a notice takes at most. What is higher was another view. */
const MOST_ROOM = 240;

/**
 * Keeps the focus in a widget, and in its place. Where an update takes away what had it, the nearest part that is still there gets it,
 * instead of the top of the page; a widget that moves the focus itself does so after that. Where an update adds or removes something
 * above it (an error, a notice about the draft), the page scrolls by as much: nobody types into what moves.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: Announcing;
  /** What has the focus before an update, and all that it stands in, from the inside out. */
  #path: Element[] = [];
  /** How far below the top of the window it stands then, in pixels. */
  #top = 0;

  constructor(host: Announcing) {
    this.#host = host;
  }

  hostUpdate(): void {
    this.#path = [];
    let focused = this.#host.shadowRoot?.activeElement;
    for (; focused && focused !== this.#host.renderRoot; focused = focused.parentElement)
      this.#path.push(focused);
    this.#top = topOf(this.#path[0]);
  }

  hostUpdated(): void {
    const [focused, ...around] = this.#path;
    const { activeElement } = this.#host.shadowRoot ?? {};
    if (focused && focused === activeElement) this.#putBack(focused);
    if (!focused || isShown(focused) || activeElement) return;
    const left = around.find(isShown) ?? (this.#host.renderRoot as Element);
    const places = [left, ...left.querySelectorAll<HTMLElement>(PLACES), ...placesAbove(left)];
    places.some((place) => place.matches(PLACES) && takesFocus(place as HTMLElement));
  }

  /** Scrolls the page by as much as an element has moved. Where it cannot, the widget begins lower, as long as it is typed into. */
  #putBack(focused: Element): void {
    const { style } = this.#host.renderRoot as HTMLElement;
    const isBox = focused.matches('input, textarea');
    const room = parseFloat(style.marginBlockStart) || 0;
    if (!isBox && room) style.marginBlockStart = '';
    const moved = topOf(focused) - this.#top;
    if (Math.abs(moved) < 1) return;
    this.#host.ownerDocument.defaultView?.scrollBy({ top: moved, behavior: 'instant' });
    const rest = this.#top - topOf(focused);
    if (isBox && rest >= 1 && rest < MOST_ROOM) style.marginBlockStart = `${room + rest}px`;
  }
}

const topOf = (element: Element | undefined) => element?.getBoundingClientRect().top ?? 0;
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
