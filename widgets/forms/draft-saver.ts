import type { ReactiveController } from 'lit';

import { uncoverWhereCovered } from '../fields/reveal.ts';
import type { DraftControls } from './draft-controls.ts';
import type { Form } from './form.ts';
import { shownStep } from './form-selectors.ts';
import { leaveWithForm } from './leave-with-form.ts';

/** What a browser says before it closes, freezes or hides a page. */
const LEAVING = ['pagehide', 'freeze', 'visibilitychange'];

/** Writes the draft when the page is about to go, and remembers which question has the focus. It lives as long as the form is shown. */
export class DraftSaver<Input, Receipt> implements ReactiveController {
  readonly #form: Form<Input, Receipt>;
  readonly #controls: DraftControls<Input, Receipt>;

  constructor(form: Form<Input, Receipt>, controls: DraftControls<Input, Receipt>) {
    this.#form = form;
    this.#controls = controls;
  }

  hostConnected(): void {
    for (const type of LEAVING) window.addEventListener(type, this.#flush, true);
    window.addEventListener('beforeunload', this.#warn);
    this.#form.host.renderRoot.addEventListener('focusin', this.#onFocus);
    this.#form.host.portal?.session.addEventListener('change', this.#update);
    void this.#controls.hold(false);
  }

  hostDisconnected(): void {
    for (const type of LEAVING) window.removeEventListener(type, this.#flush, true);
    window.removeEventListener('beforeunload', this.#warn);
    this.#form.host.renderRoot.removeEventListener('focusin', this.#onFocus);
    this.#form.host.portal?.session.removeEventListener('change', this.#update);
    this.#controls.release();
  }

  hostUpdated(): void {
    this.#rememberNothing();
    leaveWithForm(this.#form, this);
  }

  /** On a computer of others the browser would remember what is typed for the next person. */
  #rememberNothing(): void {
    if (this.#controls.isShared)
      for (const input of inputsIn(this.#form.host.renderRoot)) input.autocomplete = 'off';
  }

  readonly #update = (): void => {
    this.#form.host.requestUpdate();
  };

  readonly #flush = (): void => {
    if (document.visibilityState === 'hidden') void this.#controls.draft.flush();
  };

  /** Asks before the page is left where what was typed would be lost. */
  readonly #warn = (event: Event): void => {
    const { keptIn, data } = this.#controls.draft;
    if (keptIn === 'page' && !data.receipt && Object.values(data.values).some(Boolean))
      event.preventDefault();
  };

  readonly #onFocus = (event: Event): void => {
    const { plan, state } = this.#form;
    const path = event.composedPath();
    this.#rememberNothing();
    showFocused(path[0] as HTMLElement);
    if (state.stage.at !== 'asking') return;
    const focus = plan.questionsOf(shownStep(this.#form)).find((name) => {
      const control = questionControl(this.#form, name);
      return control && path.some((node) => node === control || node === control.closest('.field'));
    });
    if (focus === undefined) return;
    void this.#controls.hold(true);
    void this.#controls.draft.setFocus(focus);
  };
}

/** All inputs, also those inside of other elements: the address in parts. */
const inputsIn = (root: ParentNode): HTMLInputElement[] =>
  [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? inputsIn(element.shadowRoot) : element.matches('input') ? [element] : [],
  );

/** Brings into sight what the keyboard has focused below a bar of the page. */
function showFocused(element: HTMLElement): void {
  if (element.matches(':focus-visible')) void uncoverWhereCovered(element);
}

/** The control of a question. */
export const questionControl = <Input, Receipt>(
  { host, plan }: Form<Input, Receipt>,
  name: string,
): HTMLElement | null => host.renderRoot.querySelector(`#${CSS.escape(plan.controlId?.(name) ?? name)}`);
