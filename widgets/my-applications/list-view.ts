import { html, nothing, type TemplateResult } from 'lit';

import type { ListContext } from './list-state.ts';

/** Shows the list with what it is of, its filters, and how fresh it is. */
export function listView(context: ListContext): TemplateResult {
  const { cabinet, messages } = context;
  const { rows } = cabinet;
  const byNumber = () => {
    context.actions.open();
  };
  return html`<section class="frame" aria-labelledby="title">
    ${headView(context)} ${noticeView(context)}
    ${rows.length ? cabinet.parts?.filledView(rows, context) : emptyView(context)}
    <div class="go">
      <span class="fresh">
        <button
          class="link"
          type="button"
          aria-disabled=${cabinet.isReading}
          @click=${context.actions.refresh}
        >
          ${cabinet.isReading ? messages.reading : messages.refresh}
        </button>
        <span class="small quiet">${freshness(context)}</span>
      </span>
      <button class="link" type="button" @click=${byNumber}>${messages.byNumber}</button>
    </div>
  </section>`;
}

/** When the portal has said what stands in the list; where it has not been asked, that all is of this device. */
export function freshness({
  cabinet: { failure, readAt, isFromPortal, rows, portal },
  messages,
}: ListContext): string {
  if (!readAt || failure) return '';
  if (isFromPortal) return messages.refreshed(readAt, portal.config.region.timeZone);
  return rows.length ? messages.onDevice : '';
}

function headView({ cabinet, messages, actions }: ListContext) {
  const { isSignedIn } = cabinet.portal.session;
  const lead = isSignedIn ? 'signedIn' : cabinet.isShared ? 'shared' : 'signedOut';
  return html`<div class="head">
    <h2 id="title" tabindex="-1" data-focus="title">${messages.title}</h2>
    <p class="quiet">
      ${messages.lead[lead]}
      ${
        isSignedIn || document.querySelector('okno-sign-in')
          ? nothing
          : html`<button class="link" type="button" @click=${actions.signIn}>${messages.signIn}</button>`
      }
    </p>
  </div>`;
}

/** What has gone wrong, and what was removed. */
function noticeView({ cabinet, state, messages, actions }: ListContext) {
  const { failure, portal, isSignedOut } = cabinet;
  const { notice, removed } = state;
  const texts = [
    failure && messages.failures[failure](portal.config.contact.phone),
    isSignedOut && messages.sessionOver,
    notice && messages[notice],
  ].filter(Boolean);
  return html`<div class="notice" role="alert">${texts.map((text) => html`<p class="note">${text}</p>`)}</div>
    <div class="notice">
      ${
        removed &&
        html`<p class="removed" tabindex="-1" data-focus="removed">
          ${messages.removed(removed.title)}
          <button class="link" type="button" @click=${actions.undo}>${messages.undo}</button>
        </p>`
      }
    </div>`;
}

const emptyView = ({ messages, cabinet }: ListContext) =>
  html`<div class="empty">
    <h3>${cabinet.isReading ? messages.reading : messages.empty}</h3>
    ${cabinet.isReading ? nothing : html`<p class="quiet">${messages.emptyHint}</p>`}
  </div>`;
