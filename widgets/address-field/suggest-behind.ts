import { endingBehind, localityCodeOf, trimLine } from './chosen-address.ts';
import type { EndingSearch, LineWithEnding, SuggestionList } from './editor.ts';

/**
 * Suggestions for a text that begins with what was chosen before. Only its locality is searched. Where suggestions have the code of the
 * choice, as the houses of a chosen street have, only they are offered, and the house becomes a part of the value.
 */
export async function suggestBehind(
  editor: LineWithEnding,
  { chosen, text, signal }: EndingSearch,
): Promise<SuggestionList> {
  const { host } = editor;
  const within = localityCodeOf(chosen);
  const suggestions = await host.suggest(text, { signal, within }).catch((error: unknown) => {
    // Without a connection, too, the code may have come that reads the house.
    if (!signal.aborted) editor.setAddress();
    throw error;
  });
  const inChosen = suggestions?.filter(({ kladr }) => kladr === chosen.kladr);
  if (!inChosen?.length || signal.aborted) return suggestions;
  const line = trimLine(text);
  // The house stands behind the street: no other number of the line is one.
  const known = await host.addresses?.resolve(chosen.kladr, endingBehind(line, chosen));
  // A house that is not listed is manual, unless it was chosen in the list.
  const manual = known?.house === chosen.house ? !!chosen.manual : known?.listed === false;
  editor.withHouse = known && { ...known, line, manual };
  editor.setAddress();
  // The citizen may have left the field before the result came.
  if (!host.matches(':focus-within')) host.dispatchChange();
  const notice = suggestions?.notice;
  return notice === undefined ? inChosen : Object.assign(inChosen, { notice });
}
