import { html, type LitElement, type TemplateResult } from 'lit';

/** Milliseconds between two announcements, at least. */
const PAUSE = 1000;

/**
 * Says sentences to who listens to the page, at most one in a second. Of several that come within it, the last one is said. The focus
 * stays where it is.
 */
export class Announcer {
  readonly #host: LitElement;
  #text = '';
  #saidAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Says a sentence as soon as a second has passed since the one before. */
  say(text: string): void {
    clearTimeout(this.#timer);
    const wait = this.#saidAt + PAUSE - performance.now();
    const say = () => {
      this.#saidAt = performance.now();
      this.#text = text;
      this.#host.requestUpdate();
    };
    if (wait > 0) this.#timer = setTimeout(say, wait);
    else say();
  }

  /** The live region. It has to be on the page before there is something to say. */
  view(): TemplateResult {
    return html`<p class="hidden" role="status">${this.#text}</p>`;
  }
}
