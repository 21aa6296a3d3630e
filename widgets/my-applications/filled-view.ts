import { html, nothing, type TemplateResult } from 'lit';

import { textField } from '../fields/text-field.ts';
import { findRows } from './find-rows.ts';
import type { ListContext, ListState } from './list-state.ts';
import { rowView } from './row-view.ts';
import { ROW_GROUPS, type Row } from './rows.ts';

/** From so many rows on a list can be filtered and searched. */
const MANY = 4;

/** Shows the rows that the citizen wants to see, with the filters where there are many. */
export function filledView(rows: readonly Row[], context: ListContext): TemplateResult {
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
