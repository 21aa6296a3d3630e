import type { AddressesError } from '../addresses/index/errors.ts';
import type { NotedSuggestion, SuggestionList } from './editor.ts';
import type { Messages } from './messages.ts';

/** An entry: a suggestion; or, at the end, `asItIs`, «записать как есть»; or `forget`, «Забыть эти адреса», below remembered ones. */
export type ListEntry = NotedSuggestion | 'asItIs' | 'forget';

/** Content of a list: suggestions, or the reason why there are none. */
export type ListContent = NonNullable<SuggestionList> | AddressesError['reason'];

/** Gives the entries of a list; the last is `asItIs`. An empty input offers only remembered addresses, so its last entry is `forget`. */
export const entriesFor = (content: ListContent, typed: string): ListEntry[] => [
  ...(typeof content === 'string' ? [] : content),
  typed ? 'asItIs' : 'forget',
];

/** Says why there are no suggestions, or what is to be known of them; else gives an empty text. */
export const listNotice = (content: ListContent, messages: Messages): string =>
  typeof content === 'string' ? messages[content] : (content.notice ?? (content.length ? '' : messages.none));
