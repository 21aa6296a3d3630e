// Longer than other modules: an element with all its handlers.
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Appointment, Slot } from '../contract/appointments/schemas.ts';
import { CaseVisitsSchema, type CaseVisits, type VisitAdvice } from '../contract/visits/schemas.ts';
import { reportFailure } from '../portal/errors.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { CaseSection } from './case-section.ts';
import { CaseChangedEvent } from './events.ts';
import type { Messages } from './messages.ts';
import { saveFile } from '../fields/save-file.ts';
import { slotsView } from './slots-view.ts';
import { bringView, fetchVisitAdvice, placeView } from './visit-advice.ts';

/**
 * The visit to the agency: the times that it offers, the chosen one, and the ways to move it, to cancel it, to have it in one's calendar.
 *
 * @tagname okno-case-visit
 */
export class CaseVisit extends CaseSection<CaseVisits> {
  /** Slug of the service: the catalogue says what to bring. */
  @property({ attribute: false }) service = '';

  /** What the catalogue says about coming; absent where it says nothing. */
  @state() private advice: VisitAdvice | undefined;
  /** Whether another time is being chosen in place of the one that is booked. */
  @state() private isMoving = false;
  /** Whether it has been asked if the visit shall be cancelled. */
  @state() private isCancelling = false;
  /** The day that is marked in the list, `YYYY-MM-DD`. */
  @state() private day = '';
  /** The start of the time that is marked in the list. */
  @state() private startsAt = '';

  protected override async read(access: OpenCase, signal: AbortSignal): Promise<CaseVisits> {
    const visits = await access.read('/visits', CaseVisitsSchema, signal);
    const office = visits.offer?.office ?? visits.chosen?.office;
    if (office && this.service) await this.#readAdvice(office.slug);
    return visits;
  }

  protected override renderShown({ offer, chosen }: CaseVisits, messages: Messages): TemplateResult {
    const booked = chosen?.state === 'booked' ? chosen : undefined;
    const isChoosing = offer && (!booked || this.isMoving);
    return html`${booked ? this.#renderBooked(booked, messages, !!offer?.slots.length) : nothing}
    ${offer && !booked ? placeView(offer.office, this.advice, messages) : nothing}
    ${offer?.purpose ? html`<p><b>${messages.bring}</b> ${offer.purpose}</p>` : nothing}
    ${(offer ?? booked) ? bringView(offer?.bring ?? [], this.advice, messages) : nothing}
    ${isChoosing ? this.#renderOffer(offer.slots, offer.by, messages) : nothing}
    ${!booked && !offer ? html`<p class="quiet">${messages.visitsNone(chosen)}</p>` : nothing}`;
  }

  /** A visit is worth showing without it. */
  async #readAdvice(office: string): Promise<void> {
    const { service, access } = this;
    this.advice ??= await fetchVisitAdvice(access.portal, { service, office }).catch((error: unknown) => {
      reportFailure(error);
      return undefined;
    });
  }

  #renderBooked({ startsAt, office }: Appointment, messages: Messages, canMove: boolean) {
    return html`<div class="entry">
      <p class="amount"><time datetime=${startsAt}>${messages.visitAt(startsAt, this.timeZone)}</time></p>
      ${placeView(office, this.advice, messages)}
      <div class="buttons">
        <button class="button second" type="button" @click=${() => void this.#saveCalendar()}>
          ${messages.toCalendar}
        </button>
        ${canMove && !this.isMoving ? this.#linkButton(messages.move, () => this.#ask('isMoving', 'form input')) : nothing}
        ${this.isCancelling ? nothing : this.#linkButton(messages.cancelVisit, () => this.#ask('isCancelling', '.sure'))}
      </div>
      ${
        this.isCancelling
          ? html`<div class="note entry sure" role="group" tabindex="-1" aria-labelledby="sure">
              <p id="sure">${messages.cancelSure}</p>
              <div class="buttons">
                <button class="button second" type="button" @click=${() => void this.#cancel()}>
                  ${messages.cancelYes}
                </button>
                ${this.#linkButton(messages.cancelNo, () => (this.isCancelling = false))}
              </div>
            </div>`
          : nothing
      }
    </div>`;
  }

  /** Shows what a button leads to, with the focus. */
  async #ask(what: 'isMoving' | 'isCancelling', selector: string): Promise<void> {
    this[what] = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #linkButton(text: string, act: () => unknown) {
    return html`<button class="link" type="button" @click=${act}>${text}</button>`;
  }

  #renderOffer(slots: readonly Slot[], by: string, messages: Messages) {
    if (!slots.length) return html`<p class="note">${messages.noSlots}</p>`;
    return html`<form class="section" @submit=${this.#onChoose}>
      <p class="quiet">${messages.chooseBy(by)}</p>
      ${slotsView(slots, {
        messages,
        timeZone: this.timeZone,
        day: this.day,
        chosen: this.startsAt,
        onDay: (day) => {
          this.day = day;
          this.startsAt = '';
        },
        onChoose: (startsAt) => {
          this.startsAt = startsAt;
        },
      })}
      <div class="buttons">
        <button class="button" aria-disabled=${!this.startsAt || this.busy !== undefined}>
          ${this.startsAt ? messages.bookAt(this.startsAt, this.timeZone) : messages.chooseTime}
        </button>
        ${this.isMoving ? this.#linkButton(messages.keepTime, () => (this.isMoving = false)) : nothing}
      </div>
    </form>`;
  }

  readonly #onChoose = (event: Event): void => {
    event.preventDefault();
    const { startsAt } = this;
    if (!startsAt) return;
    void this.run('choose', async () => {
      const outcome = await this.access.send({
        method: 'PUT',
        path: '/visits',
        input: { startsAt },
        schema: CaseVisitsSchema,
      });
      if (outcome.result === 'accepted') this.shown = outcome.value;
      else await this.reload();
      this.isMoving = false;
      this.startsAt = '';
      this.announcer.say(this.messages.booked(startsAt, this.timeZone));
      this.dispatchEvent(new CaseChangedEvent('visit'));
    });
  };

  #cancel(): Promise<void> {
    return this.run('cancel', async () => {
      await this.access.remove('/visits');
      this.isCancelling = this.isMoving = false;
      await this.reload();
      this.announcer.say(this.messages.cancelled);
      this.dispatchEvent(new CaseChangedEvent('visit'));
    });
  }

  #saveCalendar(): Promise<void> {
    return this.run('calendar', async () => {
      saveFile(await this.access.download('/visits/calendar', this.messages.calendarFile));
    });
  }
}
