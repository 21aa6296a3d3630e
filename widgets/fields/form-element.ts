import { LitElement, type PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';

/** What is wrong with a value: flags of `ValidityState` and a sentence for the browser's own bubble. */
export interface Invalidity {
  flags: ValidityStateFlags;
  message: string;
}

/**
 * Base of a field whose value is not one native control. Takes part in any `<form>`: value, validity, reset, restore and
 * `<fieldset disabled>`. The form's value and the validity are set as soon as a property changes, not a render later.
 */
export abstract class FormElement extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** Name of the entry in the form's data. */
  @property() name = '';
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) disabled = false;

  protected readonly internals = this.attachInternals();

  /** What a form sends; `null` sends nothing. */
  protected abstract formValue(): File | FormData | string | null;
  /** What the browser restores after going back, or a crash. */
  protected abstract formState(): string;
  /** `undefined` when the value is valid. */
  protected abstract invalidity(): Invalidity | undefined;
  /** Back to the value of the attributes. */
  abstract formResetCallback(): void;
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

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    super.requestUpdate(name, oldValue, options);
    // Lit's own constructor asks for the first update before this class has its fields.
    if (name !== undefined && this.isReady) this.#report();
  }

  /** Set by the subclass when its fields exist, at the end of its constructor. */
  protected isReady = false;

  protected ready(): void {
    this.isReady = true;
    this.#report();
  }

  #report(): void {
    this.internals.setFormValue(this.formValue(), this.formState());
    const invalid = this.invalidity();
    if (invalid) this.internals.setValidity(invalid.flags, invalid.message);
    else this.internals.setValidity({});
  }
}
