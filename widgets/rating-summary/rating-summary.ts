import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { RatingSummaryOutput } from '../contract/ratings/schemas.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { loadModule, reportFailure } from '../portal/errors.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { ru, type Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';
import { styles } from './rating-summary.styles.ts';
import type * as View from './summary-view.ts';

/** `failed`: the summary could not be fetched. */
type Stage = { at: 'loading' } | { at: 'failed' } | { at: 'shown'; summary: RatingSummaryOutput };

/**
 * Shows how a service, or all services of an agency, are rated: numbers, bars, and how many ratings there are.
 *
 * @tagname okno-rating-summary
 * @slot - Shown until the element is defined.
 * @cssproperty --okno-accent - Colour of the bars.
 */
export class RatingSummary extends WidgetElement {
  static override styles = [rootStyles, frameStyles, styles];

  /** Slug of the service. */
  @property() service = '';
  /** Slug of the agency, where no service is named. */
  @property() agency = '';
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages | FirstMessages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private stage: Stage = { at: 'loading' };
  /** What fetches and shows a summary, with its texts; comes after the first paint. */
  @state() private parts: typeof View | undefined;
  #request = new AbortController();

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  /** The texts, as far as they have come. */
  get #texts(): Messages | FirstMessages {
    return this.messages === ru ? (this.parts?.messages ?? ru) : this.messages;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('portal') || changed.has('service') || changed.has('agency'))
      void afterPaint().then(this.#load);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#request.abort();
  }

  protected override render() {
    if (!this.portal) return html`<slot></slot>`;
    return html`<section class="frame" aria-labelledby="title">
      <h2 id="title">${this.#texts.title}</h2>
      ${this.#renderStage()}
    </section>`;
  }

  #renderStage() {
    const { stage, parts } = this;
    const messages = this.#texts;
    if (stage.at === 'shown')
      return 'few' in messages ? parts?.summaryView(stage.summary, messages) : nothing;
    if (stage.at === 'loading' || !('failed' in messages))
      return html`<p class="quiet loading" role="status">${messages.loading}</p>`;
    return html`<div class="note ask">
      <p role="alert">${messages.failed}</p>
      <button class="button second" type="button" @click=${this.#load}>${messages.retry}</button>
    </div>`;
  }

  readonly #load = async (): Promise<void> => {
    const { portal, service, agency } = this;
    if (!portal || !(service || agency)) return;
    this.#request.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    try {
      this.parts ??= await loadModule(import('./summary-view.ts'));
      const of = service ? { service } : { agency };
      const summary = await this.parts.fetchRatingSummary(portal, of, signal);
      if (!signal.aborted) this.stage = { at: 'shown', summary };
    } catch (error) {
      if (signal.aborted) return;
      reportFailure(error);
      this.stage = { at: 'failed' };
    }
  };
}
