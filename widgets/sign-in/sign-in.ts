import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import { loadEnglishMessages } from '../fields/language.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { loadModule, reportFailure } from '../portal/errors.ts';
import type { Session } from '../portal/session.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { DataErasedEvent } from './events.ts';
import { ru, type Messages, type Person, type SignInNotice } from './messages.ts';
import { styles } from './sign-in.styles.ts';

/** What only those need who sign in or out. */
const loadAccount = () => loadModule(import('./account.ts'));

/** Where the sign-in stands. */
type Stage =
  | { at: 'signedOut'; notice?: SignInNotice | undefined; leftovers?: number; isAsking?: boolean }
  | { at: 'signingIn' }
  | { at: 'signedIn'; person?: Person | undefined };

/**
 * Says who is signed in on this page, and as whom; signs in and out for all widgets of the page.
 *
 * @tagname okno-sign-in
 * @slot - Shown until the element is defined.
 * @fires {DataErasedEvent} okno-data-erased - All that was kept on this computer is erased; cancelable.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class SignIn extends WidgetElement {
  static override styles = [rootStyles, frameStyles, styles];

  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private stage: Stage = { at: 'signedOut' };
  #session: Session | undefined;
  #listening = new AbortController();
  /** Whether the citizen signs out here: then the session has not expired. */
  #isLeaving = false;

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#session = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { portal } = this;
    if (!portal || (!changed.has('portal') && this.#session) || !this.isConnected) return;
    this.#listening.abort();
    const { signal } = (this.#listening = new AbortController());
    this.#session = portal.session;
    this.#session.addEventListener('change', this.#onSession, { signal });
    this.#session.addEventListener('leave', this.#onSession, { signal });
    if (portal.session.isSignedIn) this.#onSession();
  }

  protected override render() {
    if (!this.portal) return html`<slot></slot>`;
    return html`<section class="frame" aria-label=${this.messages.title}>
      ${this.stage.at === 'signedIn' ? this.#renderPerson(this.stage) : this.#renderSignIn(this.stage)}
    </section>`;
  }

  #renderSignIn(stage: Exclude<Stage, { at: 'signedIn' }>) {
    const { messages } = this;
    const isWaiting = stage.at === 'signingIn';
    const notice = stage.at === 'signedOut' ? stage.notice : undefined;
    return html`<div class="bar">
        <p class="who" tabindex="-1">
          <b>${messages.signedOut}</b> <span class="quiet">${messages.lead}</span>
        </p>
        <button class="button" type="button" aria-disabled=${isWaiting} @click=${this.#onSignIn}>
          ${isWaiting ? messages.signingIn : messages.signIn}
        </button>
      </div>
      <div class="notice" role="alert">
        ${notice ? html`<p class=${isGood(notice) ? 'tick' : 'note'}>${messages.notices[notice]}</p>` : nothing}
      </div>
      ${stage.at === 'signedOut' ? this.#renderLeftovers(stage) : nothing}`;
  }

  /** What has stayed on this device, and the way to erase it. */
  #renderLeftovers({ leftovers, isAsking }: Extract<Stage, { at: 'signedOut' }>) {
    const { messages } = this;
    if (!leftovers) return nothing;
    return html`<p class="rest">
      ${messages.leftovers(leftovers)}
      ${
        isAsking
          ? html`<button class="link" type="button" @click=${this.#erase}>${messages.confirmErasing}</button>
              <button class="link" type="button" @click=${this.#keep}>${messages.keep}</button>`
          : html`<button class="link" type="button" @click=${this.#askErasing}>${messages.erase}</button>`
      }
    </p>`;
  }

  #renderPerson({ person }: Extract<Stage, { at: 'signedIn' }>) {
    const { messages } = this;
    return html`<div class="bar">
      <p class="who" tabindex="-1">
        <b>${person ? messages.name(person) : messages.signedIn}</b>
        ${person ? html`<span class="quiet">${messages.asWhom(person)}</span>` : nothing}
      </p>
      <button class="button second" type="button" @click=${this.#onSignOut}>${messages.signOut}</button>
    </div>`;
  }

  /** Somebody has signed in or out, in this widget or in another one of the page. */
  readonly #onSession = (event?: Event): void => {
    if (this.#session?.isSignedIn) {
      this.stage = { at: 'signedIn' };
      void this.#findPerson();
    } else if (!this.#isLeaving) {
      this.stage = { at: 'signedOut', notice: 'expired' };
      // She has signed out in another tab.
      if (event?.type === 'leave') void this.#showLeftovers('signedOut');
    }
  };

  async #findPerson(): Promise<void> {
    const { portal } = this;
    try {
      const { getSessionInfo } = await loadAccount();
      const person = portal && (await getSessionInfo(portal));
      if (this.stage.at !== 'signedIn') return;
      this.stage = { at: 'signedIn', person };
      if (person) this.announcer.say(`${this.messages.name(person)}. ${this.messages.asWhom(person)}`);
    } catch (error) {
      // «Вы вошли» is true without the name.
      reportFailure(error);
    }
  }

  readonly #onSignIn = async (): Promise<void> => {
    if (!this.#session || this.stage.at !== 'signedOut') return;
    this.stage = { at: 'signingIn' };
    try {
      const outcome = await this.#session.signIn();
      if (outcome === 'signedIn') await this.#focusWho();
      else if (outcome !== 'leaving') this.stage = { at: 'signedOut', notice: outcome };
    } catch (error) {
      reportFailure(error);
      this.stage = { at: 'signedOut', notice: 'failed' };
    }
  };

  readonly #onSignOut = async (): Promise<void> => {
    this.#isLeaving = true;
    const isConfirmed = await this.#session?.signOut();
    this.#isLeaving = false;
    const notice = isConfirmed ? 'signedOut' : 'unconfirmed';
    this.stage = { at: 'signedOut', notice };
    await this.#focusWho();
    await this.#showLeftovers(notice);
  };

  /** Says what has stayed on this device; nothing stays on one of others. */
  async #showLeftovers(notice: SignInNotice): Promise<void> {
    const { countStored, isSharedComputer } = await loadAccount();
    if (isSharedComputer()) await this.#erase();
    else this.stage = { at: 'signedOut', notice, leftovers: await countStored() };
  }

  readonly #askErasing = (): void => {
    if (this.stage.at === 'signedOut') this.stage = { ...this.stage, isAsking: true };
  };

  readonly #keep = (): void => {
    this.stage = { at: 'signedOut' };
    void this.#focusWho();
  };

  readonly #erase = async (): Promise<void> => {
    const { eraseDevice } = await loadAccount();
    await eraseDevice();
    this.stage = { at: 'signedOut', notice: 'erased' };
    await this.#focusWho();
    // What stands in the forms of the page is gone only with the page.
    if (this.dispatchEvent(new DataErasedEvent())) location.reload();
  };

  async #focusWho(): Promise<void> {
    await this.updateComplete;
    const who = this.renderRoot.querySelector<HTMLElement>('.who');
    who?.focus();
    this.announcer.say(who?.textContent ?? '');
  }
}

const isGood = (notice: SignInNotice) => notice === 'signedOut' || notice === 'erased';
