import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long the fingers rest before something is said, in milliseconds. */
const QUIET = 500;

/** Words for a live region: the last ones of a flurry, once. */
export class SpokenStatus implements ReactiveController {
  words = '';
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  say(words: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.words = words;
      this.#host.requestUpdate();
    }, QUIET);
  }
}
