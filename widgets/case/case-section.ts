import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { loadEnglishMessages } from '../fields/language.ts';
import { revealNotice } from '../fields/reveal-notice.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { sectionStyles } from './case-section.styles.ts';
import { ru, type Messages } from './messages.ts';
import { signInAgainView } from './sign-in-again.ts';
import { troubleOf, type Trouble } from './trouble.ts';

/**
 * Base class of the sections of a case: each fetches what it shows when it is opened, and again when the case has changed. A failure
 * keeps what was shown before.
 */
export abstract class CaseSection<Shown> extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, sectionStyles];

  /** The way to the case. */
  @property({ attribute: false }) access!: OpenCase;
  /** Changes whenever the case has: the section looks again. */
  @property({ attribute: false }) version: unknown;
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages = ru;

  /** What the portal has said last. */
  @state() shown: Shown | undefined;
  @state() trouble: (Trouble & { goOn: () => void }) | undefined;
  /** What is being done: the name of a button, which cannot be pressed meanwhile. */
  @state() busy: string | undefined;
  #request = new AbortController();
  #reading: Promise<void> = Promise.resolve();

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  /** Fetches what the section shows. */
  protected abstract read(access: OpenCase, signal: AbortSignal): Promise<Shown>;
  /** Shows it. */
  protected abstract renderShown(shown: Shown, messages: Messages): TemplateResult;

  /** IANA name of the region's time zone: all times are its own, wherever the device is. */
  get timeZone(): string {
    return this.access.portal.config.region.timeZone;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('access')) this.shown = this.trouble = undefined;
    if (changed.has('access') || changed.has('version')) this.#reading = this.reload();
  }

  protected override render(): TemplateResult {
    const { shown, messages, trouble } = this;
    return html`<div class="section">
      ${shown === undefined ? nothing : this.renderShown(shown, messages)}
      ${trouble ? this.#renderTrouble(trouble) : shown === undefined ? html`<p class="quiet">${messages.loading}</p>` : nothing}
    </div>`;
  }

  #renderTrouble(trouble: Trouble & { goOn: () => void }) {
    const { messages, access } = this;
    if ('channels' in trouble)
      return html`<okno-case-step-up
        .access=${access}
        .channels=${trouble.channels}
        @okno-case-confirmed=${() => {
          this.trouble = undefined;
          trouble.goOn();
        }}
      ></okno-case-step-up>`;
    const { phone } = access.portal.config.contact;
    return html`<div class="note">
      <p role="alert">${messages.failures[trouble.failure](phone)}</p>
      ${
        trouble.failure === 'signedOut'
          ? signInAgainView(access, messages, trouble.goOn)
          : html`<button class="button second" type="button" @click=${() => void this.reload()}>
              ${messages.retry}
            </button>`
      }
    </div>`;
  }

  /** Resolves when what has been asked for last stands on the page. */
  async whenShown(): Promise<void> {
    await this.updateComplete;
    await this.#reading;
    await this.updateComplete;
  }

  /** Fetches again. */
  async reload(): Promise<void> {
    this.#request.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    try {
      const shown = await this.read(this.access, signal);
      if (signal.aborted) return;
      this.shown = shown;
      this.trouble = undefined;
    } catch (error) {
      if (!signal.aborted) this.#tell(error, () => void this.reload());
    }
  }

  /** Does what a button says. A failure is told; after a step up it is done once more. */
  async run(name: string, work: () => Promise<void>): Promise<void> {
    if (this.busy !== undefined) return;
    this.busy = name;
    this.trouble = undefined;
    try {
      await work();
    } catch (error) {
      this.#tell(error, () => void this.run(name, work));
      void this.#revealTrouble();
    } finally {
      this.busy = undefined;
    }
  }

  /** Brings into the window what a button has led to; a confirmation that is asked for gets the focus. */
  async #revealTrouble(): Promise<void> {
    await revealNotice(this);
    this.renderRoot.querySelector<HTMLElement>('okno-case-step-up')?.focus();
  }

  #tell(error: unknown, goOn: () => void): void {
    this.trouble = { ...troubleOf(error, this.access), goOn };
  }
}
