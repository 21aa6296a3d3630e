import type { ReactiveController } from 'lit';

import type { Form, StepsInHistory } from './form.ts';
import { shownStep } from './form-selectors.ts';
import { leaveWithForm } from './leave-with-form.ts';

/** An entry of the browser's history that stands for a step of a form. */
interface Entry {
  step: number;
  /** The step before it; absent in the entry in which the form was opened. */
  from?: number;
  /** How many entries of the form lie before it. */
  depth: number;
}

/** Name of our part in `history.state`. All else in it is the page's, and stays. */
const KEY = 'okno';

/**
 * Puts the steps of a form into the browser's history: «Назад» of the browser goes one step back in the form, and from the receipt out of
 * the page. The address stays as it is; a router of the page finds its own state in each entry.
 */
export class StepHistory<Input, Receipt> implements StepsInHistory, ReactiveController {
  readonly #form: Form<Input, Receipt>;
  readonly #show: (step: number) => unknown;
  /** The entry that is shown now; `undefined` as long as the form has none. */
  #at: Entry | undefined;

  /** `show` goes to a step that the browser has gone to. */
  constructor(form: Form<Input, Receipt>, show: (step: number) => unknown) {
    this.#form = form;
    this.#show = show;
    const entry = this.#entryIn(this.#window.history.state);
    // The page was reloaded.
    if (entry?.step === shownStep(form)) this.#at = entry;
  }

  hostConnected(): void {
    this.#window.addEventListener('popstate', this.#onPop);
  }

  hostDisconnected(): void {
    this.#window.removeEventListener('popstate', this.#onPop);
  }

  hostUpdated(): void {
    leaveWithForm(this.#form, this);
  }

  enter(step: number, from: number): void {
    if (step === from) return;
    const { history } = this.#window;
    try {
      this.#at ??= this.#replace({ step: from, depth: 0 });
      const entry = { step, from, depth: this.#at.depth + 1 };
      history.pushState(this.#stateWith(entry), '');
      this.#at = entry;
    } catch {
      // A frame without an address of its own has no history. «Назад» leaves the page then.
    }
  }

  goBackTo(step: number): boolean {
    if (this.#at?.from !== step || this.#at.step !== shownStep(this.#form)) return false;
    this.#window.history.back();
    return true;
  }

  /** The page's window: our scripts may run in a frame. */
  get #window(): Window {
    return this.#form.host.ownerDocument.defaultView ?? window;
  }

  get #name(): string {
    return this.#form.plan.draft.name;
  }

  #replace(entry: Entry): Entry {
    this.#window.history.replaceState(this.#stateWith(entry), '');
    return entry;
  }

  /** The page's state with our entry. Throws where the page keeps something that takes no names. */
  #stateWith(entry: Entry): object {
    const state: unknown = this.#window.history.state ?? {};
    if (typeof state !== 'object') throw new TypeError('The state of the page is no object');
    const ours = (state as Record<string, object | undefined>)[KEY];
    return { ...state, [KEY]: { ...ours, [this.#name]: entry } };
  }

  #entryIn(state: unknown): Entry | undefined {
    return (state as Record<string, Record<string, Entry>> | null)?.[KEY]?.[this.#name];
  }

  readonly #onPop = (event: PopStateEvent): void => {
    const { stage } = this.#form.state;
    const [entry, before] = [this.#entryIn(event.state), this.#at];
    if (!before) return;
    this.#at = entry;
    if (!entry || entry.step === before.step) return;
    if (stage.at === 'asking') this.#show(entry.step);
    else if (stage.at === 'sent') this.#window.history.go(-entry.depth - 1);
  };
}
