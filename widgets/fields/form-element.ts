import type { PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';

import { WidgetElement } from './widget-element.ts';

/** Why a value is invalid: flags of `ValidityState`, and a text for the browser's own bubble. */
export interface Invalidity {
  flags: ValidityStateFlags;
  message: string;
}

/**
 * Base class of a field whose value is not one native control. It takes part in any `<form>`: value, validity, reset, restore and
 * `<fieldset disabled>`. Value and validity are set as soon as a property changes, not one render later, because a form may be
 * submitted in the same task.
 */
export abstract class FormElement extends WidgetElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...WidgetElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** Name of the entry in the form's data. */
  @property() name = '';
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) disabled = false;

  protected readonly internals = this.attachInternals();

  /** Gives what the form sends; `null` sends nothing. */
  protected abstract formValue(): File | FormData | string | null;
  /** Gives what the browser stores, and gives to `formStateRestoreCallback` after going back or a crash. */
  protected abstract formState(): string;
  /** Checks the value; `undefined` when it is valid. */
  protected abstract invalidity(): Invalidity | undefined;
  /** Sets the value of the attributes again. Called by the browser when the form is reset. */
  abstract formResetCallback(): void;
  /** Sets a value that `formState` has given earlier. Called by the browser. */
  abstract formStateRestoreCallback(state: string): void;

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get validity(): ValidityState {
    return this.internals.validity;
  }
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Tells the form of each change. The native event ends at the root (`private-input.ts`). */
  protected override createRenderRoot(): HTMLElement {
    const root = super.createRenderRoot();
    root.addEventListener('input', () => {
      this.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return root;
  }

  /** The browser calls it when the form is another one. */
  formAssociatedCallback(): void {
    if (this.isReady) this.#report();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    super.requestUpdate(name, oldValue, options);
    // Lit's constructor requests the first update before the subclass has its fields.
    if (name !== undefined && this.isReady) this.#report();
  }

  /** Whether the fields of the subclass exist. */
  protected isReady = false;

  /** Reports value and validity from now on. The subclass calls it at the end of its constructor. */
  protected ready(): void {
    this.isReady = true;
    this.#report();
  }

  /** In a widget the form engine checks; of a form with an empty field Firefox would tell who listens that it is invalid from the start. */
  #report(): void {
    this.internals.setFormValue(this.formValue(), this.formState());
    const { host } = this.getRootNode() as Partial<ShadowRoot>;
    const invalid = host instanceof WidgetElement ? undefined : this.invalidity();
    if (invalid) this.internals.setValidity(invalid.flags, invalid.message);
    else this.internals.setValidity({});
  }
}
