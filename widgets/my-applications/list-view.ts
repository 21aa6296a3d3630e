import { html, nothing, type TemplateResult } from 'lit';

import { findRows } from './find-rows.ts';
import { textField } from '../fields/text-field.ts';
import type { ListContext, ListState } from './list-state.ts';
import { rowView } from './row-view.ts';
import { ROW_GROUPS, type Row } from './rows.ts';

/** From so many rows on a list can be filtered and searched. */
const MANY = 4;

/** Shows the list with what it is of, its filters, and how fresh it is. */
export function listView(context: ListContext): TemplateResult {
  const { cabinet, messages } = context;
  const { rows } = cabinet;
  const byNumber = () => {
    context.actions.open();
  };
  return html`<section class="frame" aria-labelledby="title">
    ${headView(context)} ${noticeView(context)}
    ${rows.length ? filledView(rows, context) : emptyView(context)}
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
        <span class="small quiet" role="status">${freshness(context)}</span>
      </span>
      <button class="link" type="button" @click=${byNumber}>${messages.byNumber}</button>
    </div>
  </section>`;
}

const freshness = ({ cabinet: { failure, readAt, portal }, messages }: ListContext) =>
  readAt && !failure ? messages.refreshed(readAt, portal.config.region.timeZone) : '';

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

function filledView(rows: readonly Row[], context: ListContext) {
  const { state, messages, actions } = context;
  const isMany = rows.length >= MANY;
  const inGroup = state.filter === 'all' ? rows : rows.filter(({ group }) => group === state.filter);
  const shown = isMany ? findRows(inGroup, state.query) : rows;
  const showAll = () => {
    actions.change({ filter: 'all', query: '' });
  };
  return html`${isMany ? filtersView(rows, context) : nothing}
  ${
    shown.length
      ? html`<ul class="rows">
          ${shown.map((row) => rowView(row, context))}
        </ul>`
      : html`<p class="quiet">
          ${messages.nothingFound}
          <button class="link" type="button" @click=${showAll}>${messages.showAll}</button>
        </p>`
  }`;
}

/** The search, and the groups that have rows, with how many. */
function filtersView(rows: readonly Row[], context: ListContext) {
  const { state, messages, actions } = context;
  const counts = ROW_GROUPS.map(
    (group) => [group, rows.filter((row) => row.group === group).length] as const,
  );
  const chips = [['all', rows.length] as const, ...counts.filter(([, count]) => count)];
  const onInput = (query: string) => {
    actions.change({ query });
  };
  return html`<div class="tools">
    ${textField({ id: 'search', label: messages.search, value: state.query, required: true, autocomplete: 'off', onInput })}
    <div class="chips" role="group" aria-label=${messages.filters}>
      ${chips.map(([group, count]) => chipView(group, count, context))}
    </div>
  </div>`;
}

const chipView = (group: ListState['filter'], count: number, { state, messages, actions }: ListContext) =>
  html`<button
    class="chip"
    type="button"
    aria-pressed=${state.filter === group}
    @click=${() => {
      actions.change({ filter: group });
    }}
  >
    ${messages.groups[group]} <span class="quiet">${count}</span>
  </button>`;
