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
