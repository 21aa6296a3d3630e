import { html, nothing, type TemplateResult } from 'lit';

import type { AddressesError } from '../addresses/index/errors.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Messages } from './messages.ts';

/** A suggestion, or the last entry: what was typed, as it is; below remembered addresses: to forget them. */
export type ListEntry = Suggestion | 'asItIs' | 'forget';

/** What a list shows: suggestions, or why there are none. */
export type ListContent = readonly Suggestion[] | AddressesError['reason'];

/** What there is to choose from. Before anything is typed only remembered addresses are offered. */
export const entriesFor = (content: ListContent, typed: string): ListEntry[] => [
  ...(typeof content === 'string' ? [] : content),
  typed ? 'asItIs' : 'forget',
];

/** Why there are no suggestions, if there are none. */
export const listNotice = (content: ListContent, messages: Messages): string =>
  typeof content === 'string' ? messages[content] : content.length ? '' : messages.none;

interface EntryOptions {
  messages: Messages;
  typed: string;
  /** An entry says what is still to be typed behind it. */
  showsMissing: boolean | undefined;
}

/** An entry of the list. */
export function entryView(entry: ListEntry, { messages, typed, showsMissing }: EntryOptions): TemplateResult {
  if (typeof entry === 'string') return html`<span class="more">${messages[entry](typed)}</span>`;
  const { marks, postcode, kind, former, listed, parts } = entry;
  // Keeps «2-я» on one line of the screen.
  const line = entry.line.replace(/(?<=\d)-(?=\p{L})/gu, '\u2011');
  const { name = '', type = '' } = parts.at(-1) ?? {};
  const more = [
    former && messages.former(former, `${type} ${name}`),
    postcode,
    listed === false ? messages.unlisted : showsMissing && messages.missing[kind],
  ].filter(Boolean);
  let end = 0;
  return html`<span
      >${marks.map(([from, to]) => html`${line.slice(end, from)}<mark>${line.slice(from, (end = to))}</mark>`)}${line.slice(end)}</span
    >${more.length ? html`<span class="more">${more.join(' · ')}</span>` : nothing}`;
}
