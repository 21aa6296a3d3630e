import type { LitElement } from 'lit';

/** Milliseconds between two announcements, at least. */
const PAUSE = 1000;
/** Milliseconds in which the region is empty: a sentence that is said again is a change then too. */
const GAP = 100;

/** From when on something may be said again, by `performance.now()`. All widgets of a page share it: they share who listens. */
let freeAt = -Infinity;

/** Says sentences to who listens to the page: an `Announcer`, or what keeps them until it is there. */
export interface Speaker {
  say: (...sentence: [text: string, isPassing?: boolean]) => void;
  dropPassing?: () => void;
  /** What it had to say before the announcer was there. */
  unsaid?: Parameters<Speaker['say']>[];
}

/** An element that says what happens in it. */
export type Announcing = LitElement & { announcer?: Speaker };

/**
 * Says sentences to who listens to the page, at most once in a second on the whole page; those that come within it are said together.
 * The focus stays where it is. The live region stands beside what the element shows: it is there before there is something to say, and
 * no change of view takes it away.
 */
export class Announcer implements Speaker {
  readonly #region = document.createElement('p');
  readonly #content: HTMLElement;
  #waiting: string[] = [];
  /** Those that wait and are true only until their outcome is there: «Отправляем…». */
  readonly #passing = new Set<string>();
  /** Whether the region is about to change. */
  #isDue = false;

  /** `content` is the box into which the element renders. */
  constructor(content: HTMLElement) {
    this.#content = content;
    this.#region.className = 'hidden';
    this.#region.setAttribute('role', 'status');
    content.after(this.#region);
  }

  /** Says a sentence as soon as a second has passed since the one before. `isPassing` where an outcome follows: `dropPassing`. */
  say(text: string, isPassing = false): void {
    const sentence = text.replace(/\s+/g, ' ').trim();
    if (!sentence || this.#waiting.includes(sentence)) return;
    if (isPassing) this.#passing.add(sentence);
    this.#waiting.push(sentence);
    if (this.#isDue) return;
    this.#isDue = true;
    this.#sayWhenFree();
  }

  /** The sentence before stands until then: a screen reader may not have come to it yet. */
  #sayWhenFree(): void {
    setTimeout(
      () => {
        this.#region.textContent = '';
        setTimeout(() => {
          // Another widget may have been faster.
          if (performance.now() < freeAt) this.#sayWhenFree();
          else this.#sayWaiting();
        }, GAP);
      },
      Math.max(0, freeAt - GAP - performance.now()),
    );
  }

  #sayWaiting(): void {
    this.#isDue = false;
    if (this.#waiting.length) freeAt = performance.now() + PAUSE;
    this.#region.lang = this.#content.lang;
    this.#region.textContent = this.#waiting.join(' ');
    this.#waiting = [];
    this.#passing.clear();
  }

  /** The outcome is there: nobody has to hear any more what led to it. */
  dropPassing(): void {
    this.#waiting = this.#waiting.filter((sentence) => !this.#passing.has(sentence));
  }
}
