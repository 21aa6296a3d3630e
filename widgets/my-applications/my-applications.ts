import { consume } from '@lit/context';
import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import { afterPaint } from '../fields/after-paint.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { loadModule, reportFailure } from '../portal/errors.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { ru, type Messages as FirstMessages } from './first-messages.ts';
import type * as List from './list.ts';
import type { Messages } from './messages.ts';
import { styles } from './my-applications.styles.ts';

/**
 * The applications and drafts of a citizen: those of this device, and those of the portal where she has signed in. What waits for her
 * comes first.
 *
 * @tagname okno-my-applications
 * @slot - Shown until the element is defined: the telephone by which to ask.
 * @fires {CaseActionEvent} okno-case-action - The citizen wants to see a case (`follow`), or to fill in a form (`apply`).
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class MyApplications extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, styles];

  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages | FirstMessages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  /** What reads and shows the list, with its texts; fetched after the first paint. */
  @state() private parts: typeof List | undefined;
  /** Whether that could not be fetched. */
  @state() private hasFailed = false;
  #list: List.ApplicationList | undefined;
  #following = new AbortController();

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  /** The texts, as far as they have come. */
  get #texts(): Messages | FirstMessages {
    return this.messages === ru ? (this.parts?.messages ?? ru) : this.messages;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following.abort();
    this.#list = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { parts, portal } = this;
    if (changed.has('portal')) {
      this.#following.abort();
      this.#list = undefined;
    }
    if (!parts || !portal || this.#list || !this.isConnected) return;
    this.#following = new AbortController();
    this.#list = new parts.ApplicationList(this, portal, this.#following.signal);
  }

  protected override firstUpdated(): void {
    void afterPaint().then(this.#load);
  }

  protected override render() {
    const { portal, messages } = this;
    if (!portal) return html`<slot></slot>`;
    const all = this.#texts;
    if (this.#list && 'groups' in all) return this.#list.render(all);
    return html`<section class="frame" aria-labelledby="title">
      <h2 id="title">${messages.title}</h2>
      ${
        this.hasFailed
          ? html`<div class="note ask">
              <p role="alert">${messages.failures.offline(portal.config.contact.phone)}</p>
              <button class="button second" type="button" @click=${this.#load}>${messages.retry}</button>
            </div>`
          : html`<p class="quiet loading" role="status">${messages.reading}</p>`
      }
    </section>`;
  }

  readonly #load = async (): Promise<void> => {
    this.hasFailed = false;
    try {
      this.parts = await loadModule(import('./list.ts'));
    } catch (error) {
      reportFailure(error);
      this.hasFailed = true;
    }
  };
}
