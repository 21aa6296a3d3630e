// Longer than other modules: one case, with all that happens to it while it is on the page.
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';

import type { CaseChangedEvent } from '../case/events.ts';
import { signInAgainView } from '../case/sign-in-again.ts';
import { revealNotice } from '../fields/reveal-notice.ts';
import type { WidgetElement } from '../fields/widget-element.ts';
import { CaseActionEvent, type CaseAction, type CaseWish } from '../portal/case-events.ts';
import { portalTime } from '../portal/clock.ts';
import { loadModule, reportFailure, type Failure } from '../portal/errors.ts';
import { readCase, type FoundCase } from '../portal/look-up-case.ts';
import { followCase } from '../portal/follow-case.ts';
import type { Messages } from './messages.ts';
import { placeOfNeed } from './need-view.ts';
import { newsIn } from './news.ts';
import type { Part } from './parts.ts';
import { caseView } from './views.ts';

/** What a case needs of the widget that shows it. */
interface CaseHost extends WidgetElement {
  /** Moves the focus to the heading of the case. */
  focusCase(): Promise<void>;
  /** Lets go of the case; the focus stays where it is. */
  letGo: () => void;
  /** Lets go of the case, for another number. */
  onAnother: () => void;
}

/**
 * One case on the page, from the moment it is found until the citizen types another number: follows it, opens its parts, announces what
 * changes. Never moves the focus by itself.
 */
export class ShownCase implements ReactiveController {
  readonly #host: CaseHost;
  /** Gives the texts: they may come in another language later. */
  readonly #messages: () => Messages;
  #found: FoundCase;
  /** When the portal has said last where the case stands, in milliseconds since 1970. */
  #seenAt: number;
  /** Changes whenever the case has: what is open below it looks again. */
  #version = 0;
  #opened: ReadonlySet<Part> = new Set();
  #notice: Failure | 'kept' | 'erased' | 'signedOut' | undefined;
  /** Whether the portal is being asked because the citizen wants to know. */
  #isLoading = false;
  #following = new AbortController();

  /** `found` has an `at` where the portal does not answer: when it has told this device how the case stands. */
  constructor(host: CaseHost, { found, at }: { found: FoundCase; at?: number }, messages: () => Messages) {
    this.#host = host;
    this.#found = found;
    this.#seenAt = at ?? portalTime();
    this.#notice = at === undefined ? undefined : 'kept';
    this.#messages = messages;
    host.addController(this);
    if (at === undefined) void this.#keep();
  }

  hostConnected(): void {
    const { signal } = (this.#following = new AbortController());
    const { access } = this.#found;
    if (!access.keys.code) access.portal.session.addEventListener('leave', this.#host.letGo, { signal });
    void followCase(access, {
      signal,
      onLook: this.#onLook,
      onFailure: this.#onFailure,
    });
  }

  hostDisconnected(): void {
    this.#following.abort();
  }

  /** Ends the following for good. */
  end(): void {
    this.hostDisconnected();
    this.#host.removeController(this);
  }

  /** Opens the part in which the citizen does what she has asked for in another widget, where the case still has it. */
  grant(wish: CaseWish): void {
    if (this.#found.kind === 'complaint') return;
    const { status } = this.#found;
    const part = wish === 'need' ? placeOfNeed(status) : status.daysLeft && wish;
    if (part) void this.#open(part, true);
  }

  /** Shows the case. */
  view(): TemplateResult {
    const messages = this.#messages();
    return html`<div @okno-case-changed=${this.#onChanged}>
      ${caseView(this.#found, messages, {
        host: this.#host,
        access: this.#found.access,
        service: this.#found.kind === 'application' ? this.#found.status.service.slug : '',
        isGoing: this.#found.kind === 'application' && !!this.#found.status.daysLeft,
        isErased: this.#notice === 'erased',
        version: this.#version,
        notice: this.#noticeView(messages),
        isLoading: this.#isLoading,
        seenAt: this.#notice === 'kept' ? undefined : this.#seenAt,
        opened: this.#opened,
        onOpen: (part, isOpen) => void this.#open(part, isOpen),
        onAction: this.#dispatchAction,
        onRefresh: () => void this.#refresh(),
        onPrint: () => void this.#print(),
        onAnother: this.#host.onAnother,
      })}
    </div>`;
  }

  #noticeView(messages: Messages) {
    const notice = this.#notice;
    if (!notice) return nothing;
    const { contact, region } = this.#found.access.portal.config;
    const texts = {
      ...messages.failures,
      erased: () => messages.erased,
      signedOut: () => messages.signedOut,
      kept: (phone: string) => messages.kept(this.#seenAt, region.timeZone, phone),
      offline: (phone: string) => messages.stale(this.#seenAt, region.timeZone, phone),
    };
    const text = texts[notice](contact.phone);
    if (notice !== 'signedOut') return html`<p class="note" role="alert">${text}</p>`;
    return html`<div class="note ask">
      <p role="alert">${text}</p>
      ${signInAgainView(this.#found.access, messages, () => void this.#refresh())}
    </div>`;
  }

  readonly #onLook = (found: FoundCase | undefined): void => {
    if (found) {
      const news = newsIn(this.#found, found, this.#messages());
      if (news) this.#host.announcer.say(news);
      if (JSON.stringify(found.status) !== JSON.stringify(this.#found.status)) this.#version++;
      this.#found = found;
      this.#seenAt = portalTime();
      void this.#keep();
    }
    this.#notice = found ? undefined : this.#found.access.isSignedOut ? 'signedOut' : 'erased';
    this.#host.requestUpdate();
  };

  readonly #onFailure = (error: unknown): void => {
    const failure = this.#found.access.isSignedOut ? 'signedOut' : reportFailure(error);
    if (this.#notice !== 'kept' || failure !== 'offline') this.#notice = failure;
    this.#host.requestUpdate();
  };

  /** Keeps how the case stands, where this device has its receipt: for a time without a connection. */
  async #keep(): Promise<void> {
    const { keepCase } = await loadModule(import('./kept.ts'));
    await keepCase(this.#found, this.#seenAt);
  }

  async #refresh(): Promise<void> {
    if (this.#isLoading) return;
    this.#setLoading(true);
    await this.#look();
    this.#setLoading(false);
    if (this.#notice) await revealNotice(this.#host);
    else this.#host.announcer.say(this.#refreshed());
  }

  async #look(): Promise<void> {
    const { access } = this.#found;
    await readCase(access).then(this.#onLook, this.#onFailure);
  }

  #refreshed(): string {
    return this.#messages().refreshed(this.#seenAt, this.#found.access.portal.config.region.timeZone);
  }

  #setLoading(isLoading: boolean): void {
    this.#isLoading = isLoading;
    this.#host.requestUpdate();
  }

  /** Opens or closes a part. Its code is fetched first; the focus goes into what a button has opened. */
  async #open(part: Part, isOpen: boolean): Promise<void> {
    if (this.#opened.has(part) === isOpen) return;
    try {
      await loadModule(import('../case/register-sections.ts'));
    } catch (error) {
      this.#onFailure(error);
      return;
    }
    const opened = new Set(this.#opened);
    if (isOpen) opened.add(part);
    else opened.delete(part);
    this.#opened = opened;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (isOpen) this.#focusPart(part);
  }

  #focusPart(part: Part): void {
    const section = this.#host.renderRoot.querySelector(`[data-part=${part}]`);
    section?.querySelector('summary')?.focus();
    if (!section) this.#host.renderRoot.querySelector<HTMLElement>('okno-case-form, okno-case-mend')?.focus();
  }

  /** Prints the case on a sheet of its own. */
  async #print(): Promise<void> {
    try {
      const { printCase } = await loadModule(import('./print-case.ts'));
      const messages = this.#messages();
      await printCase(this.#found, { host: this.#host, messages, seenAt: this.#seenAt });
    } catch (error) {
      this.#onFailure(error);
    }
  }

  readonly #onChanged = async ({ deed }: CaseChangedEvent): Promise<void> => {
    await this.#look();
    const said = this.#messages().deeds[deed];
    if (!said) return;
    this.#host.announcer.say(said);
    this.#opened = new Set(
      [...this.#opened].filter((part) => !['answer', 'withdrawal', 'escalation'].includes(part)),
    );
    this.#host.requestUpdate();
    await this.#host.focusCase();
  };

  readonly #dispatchAction = (action: CaseAction): void => {
    const { status, access } = this.#found;
    const { number, agency } = status;
    this.#host.dispatchEvent(
      new CaseActionEvent(action, { number, code: access.keys.code, agency: agency.slug }),
    );
  };
}
