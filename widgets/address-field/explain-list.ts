import type { AddressIndex } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { EditorHost, NotedSuggestion, SearchResult, SuggestionList } from './editor.ts';
import { extraMessages, type ExtraMessages } from './extra-messages.ts';
import { LINE_SEPARATOR } from './value.ts';

/** A name with a number behind it: an index of one region does not know the addresses of others, but this is no nonsense. */
const LOOKS_LIKE_ADDRESS = /\p{L}{3}[^]*\d/u;
/** Most entries of a list, besides the text as it is. */
const MAX_ENTRIES = 6;

/**
 * Says what a list alone does not say: that the house is not listed, with the houses that are near; that a place has no streets; that
 * what was typed may lie elsewhere, and the field takes addresses of one place only.
 */
export async function explainList(host: EditorHost, result: SearchResult): Promise<SuggestionList> {
  const messages = { ...extraMessages, ...host.messages };
  const { suggestions } = result;
  const { addresses } = host;
  const [first] = suggestions;
  if (!addresses) return suggestions;
  // Behind a choice the citizen has limited the search, not the field.
  const isLimited = !!host.within && host.within === result.options.within;
  if (
    isLimited &&
    ((!first && LOOKS_LIKE_ADDRESS.test(result.text)) || (await isElsewhere(addresses, result)))
  ) {
    const place = await addresses.locate(host.within);
    return place ? withNotice([], messages.onlyWithin(place.line)) : suggestions;
  }
  if (first?.listed === false && first.house) {
    const near = await nearSuggestions(addresses, first, messages);
    const typed = { ...first, note: messages.asWritten };
    const entries = [typed, ...near, ...suggestions.slice(1)].slice(0, MAX_ENTRIES);
    if (near.length > 0) return withNotice(entries, messages.nearHouses(first.house));
  }
  return suggestions.map((suggestion) =>
    suggestion.hasStreets === false && suggestion.kind === 'locality' && !host.bounds
      ? { ...suggestion, note: messages.noStreets }
      : suggestion,
  );
}

const withNotice = (entries: NotedSuggestion[], notice: string): SuggestionList =>
  Object.assign(entries, { notice });

/** Whether nothing was found within the field's place, or only a part of the words, or misspelt ones, and another place has all of them. */
async function isElsewhere(
  addresses: AddressIndex,
  { text, options, suggestions }: SearchResult,
): Promise<boolean> {
  const isSure = (found: Suggestion | undefined) => found?.sure === 'exact' || found?.sure === 'prefix';
  if (isSure(suggestions[0])) return false;
  const elsewhere = addresses.suggest(text, { ...options, within: '', limit: 1 });
  return elsewhere.then(
    ([first]) => isSure(first),
    () => false, // Its files cannot be fetched: what was found stays.
  );
}

/** The listed houses near one that is not, in its street, with all that was typed behind the house. */
async function nearSuggestions(
  addresses: AddressIndex,
  typed: Suggestion,
  messages: ExtraMessages,
): Promise<NotedSuggestion[]> {
  const { line, names, kladr, house = '' } = typed;
  const start = [...names, ''].join(LINE_SEPARATOR);
  const rest = line.slice(start.length + house.length);
  const houses = await addresses.housesNear(kladr, house);
  return houses.map(({ house: near, postcode, okato }) => ({
    ...typed,
    line: start + near + rest,
    house: near,
    listed: true,
    ...(postcode && { postcode }),
    ...(okato && { okato }),
    marks: [],
    note: messages.nearHouse,
  }));
}
