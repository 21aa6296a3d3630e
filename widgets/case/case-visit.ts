import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import type { Appointment, Slot } from '../contract/appointments/schemas.ts';
import { CaseVisitsSchema, type CaseVisits } from '../contract/visits/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { CaseSection } from './case-section.ts';
import { CaseChangedEvent } from './events.ts';
import type { Messages } from './messages.ts';
import { saveFile } from './save-file.ts';
import { slotsView } from './slots-view.ts';

/**
 * The visit to the agency: the times that it offers, the chosen one, and the ways to move it, to cancel it, to have it in one's calendar.
 *
 * @tagname okno-case-visit
 */
export class CaseVisit extends CaseSection<CaseVisits> {
  /** Whether another time is being chosen in place of the one that is booked. */
  @state() private isMoving = false;
  /** Whether it has been asked if the visit shall be cancelled. */
  @state() private isCancelling = false;
  /** The day that is marked in the list, `YYYY-MM-DD`. */
  @state() private day = '';
  /** The start of the time that is marked in the list. */
  @state() private startsAt = '';

  protected override async read(access: OpenCase, signal: AbortSignal): Promise<CaseVisits> {
    return access.read('/visits', CaseVisitsSchema, signal);
  }

  protected override renderShown({ offer, chosen }: CaseVisits, messages: Messages): TemplateResult {
    const booked = chosen?.state === 'booked' ? chosen : undefined;
    const isChoosing = offer && (!booked || this.isMoving);
    return html`${booked ? this.#renderBooked(booked, messages, !!offer?.slots.length) : nothing}
    ${offer && !booked ? this.#renderPlace(offer.office, messages) : nothing}
    ${offer?.purpose ? html`<p><b>${messages.bring}</b> ${offer.purpose}</p>` : nothing}
    ${isChoosing ? this.#renderOffer(offer.slots, offer.by, messages) : nothing}
    ${!booked && !offer ? html`<p class="quiet">${messages.visitsNone(chosen?.state)}</p>` : nothing}`;
  }

  #renderBooked({ startsAt, office }: Appointment, messages: Messages, canMove: boolean) {
    return html`<div class="entry">
      <p class="amount"><time datetime=${startsAt}>${messages.visitAt(startsAt, this.timeZone)}</time></p>
      ${this.#renderPlace(office, messages)}
      <div class="buttons">
        <button class="button second" type="button" @click=${() => void this.#saveCalendar()}>
          ${messages.toCalendar}
        </button>
        ${canMove && !this.isMoving ? this.#linkButton(messages.move, () => (this.isMoving = true)) : nothing}
        ${this.isCancelling ? nothing : this.#linkButton(messages.cancelVisit, () => (this.isCancelling = true))}
      </div>
      ${
        this.isCancelling
          ? html`<div class="note entry" role="group" aria-label=${messages.cancelVisit}>
              <p>${messages.cancelSure}</p>
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

  #linkButton(text: string, act: () => unknown) {
    return html`<button class="link" type="button" @click=${act}>${text}</button>`;
  }

  #renderPlace({ title, address, phone }: Appointment['office'], messages: Messages) {
    return html`<div>
      <p>${title}</p>
      ${address === undefined ? nothing : html`<p class="quiet">${address}</p>`}
      ${
        phone === undefined
          ? nothing
          : html`<p class="small quiet">
              ${messages.officePhone} <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>
            </p>`
      }
    </div>`;
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
