import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { CaseMessageListSchema, CaseMessageSchema, type CaseMessage } from '../contract/messages/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { reportFailure } from '../portal/errors.ts';
import type { CaseFormKind } from './case-form-rules.ts';
import { CaseSection } from './case-section.ts';
import { CaseChangedEvent } from './events.ts';
import { roleName } from './history-words.ts';
import type { Messages } from './messages.ts';

/** The letters that have been fetched, the newest first. */
interface Letters {
  items: readonly CaseMessage[];
  /** Leads to the earlier ones; absent where all are there. */
  next?: string | undefined;
}

/**
 * The letters of a case, from the agency and to it. What has been shown counts as read.
 *
 * @tagname okno-case-letters
 */
export class CaseLetters extends CaseSection<Letters> {
  /** Whether the agency still reads what is written: the case has not ended. */
  @property({ attribute: false }) canWrite = false;

  @state() private isWriting = false;

  protected override async read(access: OpenCase, signal: AbortSignal): Promise<Letters> {
    const letters = await access.read('/messages', CaseMessageListSchema, signal);
    void this.#markRead(letters.items);
    return letters;
  }

  protected override renderShown({ items, next }: Letters, messages: Messages): TemplateResult {
    return html`${this.canWrite ? this.#renderWriting(messages) : nothing}
    ${
      items.length
        ? html`<ol class="entries">
            ${items.map((letter) => this.#renderLetter(letter, messages))}
          </ol>`
        : html`<p class="quiet">${messages.noLetters}</p>`
    }
    ${
      next === undefined
        ? nothing
        : html`<div>
            <button class="link" type="button" @click=${() => void this.#readEarlier(items, next)}>
              ${messages.earlierLetters}
            </button>
          </div>`
    }`;
  }

  /** The form in which she writes, or the button that opens it. What she has begun is kept. */
  #renderWriting(messages: Messages) {
    return this.isWriting
      ? html`<okno-case-form
          .access=${this.access}
          .kind=${'message' satisfies CaseFormKind}
          @okno-case-changed=${this.#onWritten}
        ></okno-case-form>`
      : html`<div>
          <button
            class="button second"
            type="button"
            @click=${() => {
              this.isWriting = true;
            }}
          >
            ${messages.write}
          </button>
        </div>`;
  }

  readonly #onWritten = async (event: Event): Promise<void> => {
    event.stopPropagation();
    this.isWriting = false;
    await this.reload();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
    this.announcer.say(this.messages.forms.message.sent);
    this.dispatchEvent(new CaseChangedEvent('wrote'));
  };

  #renderLetter({ at, role, text, uploads, readAt }: CaseMessage, messages: Messages) {
    return html`<li class="entry">
      <div class="top">
        <b>${roleName(role, messages)}</b>
        <time class="small quiet" datetime=${at}>${messages.moment(at, this.timeZone)}</time>
      </div>
      ${readAt === undefined ? html`<span class="mark">${messages.newLetter}</span>` : nothing}
      <p class="words">${text}</p>
      ${
        uploads?.length
          ? html`<p class="small quiet">
              ${messages.attached(uploads.map(({ name }) => `«${name}»`).join(', '))}
            </p>`
          : nothing
      }
    </li>`;
  }

  #readEarlier(shown: readonly CaseMessage[], next: string): Promise<void> {
    return this.run('earlier', async () => {
      const earlier = await this.access.read(`/messages?after=${next}`, CaseMessageListSchema);
      this.shown = { ...earlier, items: [...shown, ...earlier.items] };
      void this.#markRead(earlier.items);
    });
  }

  /** Tells the portal which letters have been shown. One that could not be told is told the next time. */
  async #markRead(letters: readonly CaseMessage[]): Promise<void> {
    const unread = letters.filter(({ readAt }) => readAt === undefined);
    try {
      for (const { id } of unread)
        await this.access.send({
          method: 'PATCH',
          path: `/messages/${id}`,
          input: { read: true },
          schema: CaseMessageSchema,
        });
      if (unread.length) this.dispatchEvent(new CaseChangedEvent('read'));
    } catch (error) {
      reportFailure(error);
    }
  }
}
