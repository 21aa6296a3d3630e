import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import {
  NOTICE_KINDS,
  NoticePreferencesSchema,
  type NoticePreferences,
} from '../contract/notices/schemas.ts';
import type { Channel } from '../contract/step-ups/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { CaseSection } from './case-section.ts';
import type { Messages } from './messages.ts';

/**
 * About what the applicant is told, by letter and by SMS. What is ticked is stored at once.
 *
 * @tagname okno-case-notices
 */
export class CaseNotices extends CaseSection<NoticePreferences> {
  /** Whether the portal has stored what was ticked last. */
  @state() private isStored = false;

  protected override read(access: OpenCase, signal: AbortSignal): Promise<NoticePreferences> {
    return access.read('/notices', NoticePreferencesSchema, signal);
  }

  protected override renderShown(shown: NoticePreferences, messages: Messages): TemplateResult {
    const { sentTo, quietAtNight } = shown;
    if (!sentTo.email && !sentTo.sms) return html`<p class="quiet">${messages.noContacts}</p>`;
    return html`<p class="quiet">${messages.noticesLead}</p>
      ${this.#renderChannel('email', shown, messages)} ${this.#renderChannel('sms', shown, messages)}
      ${
        sentTo.sms
          ? this.#renderBox(messages.quietAtNight, quietAtNight, (isTicked) => ({ quietAtNight: isTicked }))
          : nothing
      }
      ${this.isStored ? html`<p class="quiet small saved">${messages.noticesStored}</p>` : nothing}`;
  }

  #renderChannel(channel: Channel, shown: NoticePreferences, messages: Messages) {
    const to = shown.sentTo[channel];
    if (to === undefined) return nothing;
    const kinds = shown[channel];
    return html`<fieldset class="field">
      <legend>${messages.channels[channel](to)}</legend>
      <div class="options">
        ${NOTICE_KINDS.map((kind) =>
          this.#renderBox(messages.noticeKinds[kind], kinds.includes(kind), (isTicked) => ({
            [channel]: isTicked ? [...kinds, kind] : kinds.filter((other) => other !== kind),
          })),
        )}
      </div>
    </fieldset>`;
  }

  #renderBox(label: string, isTicked: boolean, changeFor: (isTicked: boolean) => Partial<NoticePreferences>) {
    return html`<label class="option">
      <input
        type="checkbox"
        .checked=${isTicked}
        @change=${(event: Event) => void this.#store(changeFor((event.target as HTMLInputElement).checked))}
      />
      <span>${label}</span>
    </label>`;
  }

  async #store(change: Partial<NoticePreferences>): Promise<void> {
    if (!this.shown) return;
    this.shown = { ...this.shown, ...change };
    this.isStored = false;
    await this.run('notices', async () => {
      // More may be ticked while the portal is being asked.
      for (let stored; this.shown && stored !== this.shown;) {
        stored = this.shown;
        await this.#send(stored);
      }
      this.isStored = true;
      this.announcer.say(this.messages.noticesStored);
    });
    // What could not be stored is shown as the portal has it.
    if (this.trouble) await this.reload();
  }

  async #send({ email, sms, quietAtNight }: NoticePreferences): Promise<void> {
    await this.access.send({
      method: 'PUT',
      path: '/notices',
      input: { email, sms, quietAtNight },
      schema: NoticePreferencesSchema,
    });
  }
}
