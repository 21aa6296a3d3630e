import { html, nothing, type TemplateResult } from 'lit';

import type { AddressesError } from '../addresses/index/errors.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Messages } from './messages.ts';

/** An entry: a suggestion; or, at the end, `asItIs`, «записать как есть»; or `forget`, «Забыть эти адреса», below remembered ones. */
export type ListEntry = Suggestion | 'asItIs' | 'forget';

/** Content of a list: suggestions, or the reason why there are none. */
export type ListContent = readonly Suggestion[] | AddressesError['reason'];

/** Gives the entries of a list; the last is `asItIs`. An empty input offers only remembered addresses, so its last entry is `forget`. */
export const entriesFor = (content: ListContent, typed: string): ListEntry[] => [
  ...(typeof content === 'string' ? [] : content),
  typed ? 'asItIs' : 'forget',
];

/** Says why there are no suggestions; gives an empty text if there are some. */
export const listNotice = (content: ListContent, messages: Messages): string =>
  typeof content === 'string' ? messages[content] : content.length ? '' : messages.none;

/** What an entry needs besides itself. */
interface EntryOptions {
  messages: Messages;
  /** The text in the input. */
  typed: string;
  /** Whether an entry says which part is missing in it: «допишите дом». */
  showsMissing: boolean | undefined;
}

/**
 * Shows an entry: its line with the matching letters marked; below it former name, postcode, and what is missing. `marks` are pairs of
 * indices in the line: `[[0, 4]]` marks «Прим» in «Примерск».
 */
export function entryView(entry: ListEntry, { messages, typed, showsMissing }: EntryOptions): TemplateResult {
  if (typeof entry === 'string') return html`<span class="more">${messages[entry](typed)}</span>`;
  const { marks, postcode, kind, former, listed, parts } = entry;
  // A non-breaking hyphen between digit and letter keeps «2-я» on one line.
  const line = entry.line.replace(/(?<=\d)-(?=\p{L})/gu, '\u2011');
  const { name = '', type = '' } = parts.at(-1) ?? {};
  const notes = [
    former && messages.former(former, `${type} ${name}`),
    postcode,
    listed === false ? messages.unlisted : showsMissing && messages.missing[kind],
  ].filter(Boolean);
  let end = 0;
  return html`<span
      >${marks.map(([from, to]) => html`${line.slice(end, from)}<mark>${line.slice(from, (end = to))}</mark>`)}${line.slice(end)}</span
    >${notes.length ? html`<span class="more">${notes.join(' · ')}</span>` : nothing}`;
}
