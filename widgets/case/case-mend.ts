import { html, nothing, type TemplateResult } from 'lit';

import { ApplicationSchema, type Application } from '../contract/applications/schemas.ts';
import { NoticePreferencesSchema } from '../contract/notices/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { CaseActionEvent } from '../portal/case-events.ts';
import { correctionOf } from '../portal/correction.ts';
import { PortalError } from '../portal/errors.ts';
import { CaseSection } from './case-section.ts';
import type { Messages } from './messages.ts';

/**
 * A refused application: what the official has written, and the way to the form with all answers in it.
 *
 * @tagname okno-case-mend
 * @fires {CaseActionEvent} okno-case-action - The citizen goes on in the form, with `correct`.
 */
export class CaseMend extends CaseSection<Application> {
  protected override read(access: OpenCase, signal: AbortSignal): Promise<Application> {
    return access.read('', ApplicationSchema, signal);
  }

  protected override renderShown({ refusal }: Application, messages: Messages): TemplateResult {
    return html`${refusal ? html`<p class="words">${refusal.text}</p>` : nothing}
      <p class="quiet">${messages.mendHow}</p>
      ${
        this.trouble && 'channels' in this.trouble
          ? nothing
          : html`<div>
              <button class="button" type="button" @click=${() => void this.#openForm()}>
                ${messages.mend}
              </button>
            </div>`
      }`;
  }

  #openForm(): Promise<void> {
    return this.run('mend', async () => {
      const application = await this.access.read('', ApplicationSchema);
      const { answers, service, number, agency } = application;
      if (!answers) throw await this.#needsConfirmation();
      const known = { number, code: this.access.keys.code, agency: agency.slug };
      const correction = correctionOf(this.access, application, answers);
      this.dispatchEvent(new CaseActionEvent('correct', known, { service: service.slug, correction }));
    });
  }

  /** The portal leaves the answers out where number and code are all that it has. The choice of notices says where it can send a code. */
  async #needsConfirmation(): Promise<PortalError> {
    const { sentTo } = await this.access.read('/notices', NoticePreferencesSchema);
    const channels = Object.entries(sentTo).map(([channel, address]) => ({ channel, sentTo: address ?? '' }));
    return new PortalError(403, {
      type: 'step-up-needed',
      title: 'The answers are missing',
      status: 403,
      channels,
    });
  }
}
