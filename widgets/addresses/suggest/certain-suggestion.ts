import { splitWords, locateWords } from '../../text/words.ts';
import type { Suggestion } from './suggestion.ts';

/** What the search was for. */
interface Scope {
  /** Whether it was within a town or settlement: then the line need not name it. */
  isInLocality: boolean;
  /** Whether the index has several regions, and another one may have a village of the same name. */
  hasOtherRegions: boolean;
}

/**
 * Gives the only suggestion that a complete line can mean; `undefined` in doubt: where a word is missing, misspelt or not understood,
 * where the name is a former one, or where several suggestions fit.
 *
 * @example
 * // «Барнаул, Ленина, 12» is none where Барнаул has both «пр-кт Ленина» and «ул Ленина».
 */
export function certainSuggestion(suggestions: readonly Suggestion[], scope: Scope): Suggestion | undefined {
  const leftOut = ['region', 'district', ...(scope.isInLocality ? ['town', 'settlement'] : [])];
  // The same street in a territory that was not typed may be meant too.
  const [only, ...others] = suggestions.filter(
    (suggestion) => suggestion.sure === 'exact' && isTyped(suggestion, [...leftOut, 'territory']),
  );
  if (!only || others.length > 0 || only.former || !isTyped(only, leftOut)) return undefined;
  const { line, names, house, parts } = only;
  const isUnderstood = house !== undefined || line === names.join(', ');
  const isOneRegion =
    !scope.hasOtherRegions || parts.some(({ level, type }) => level === 'town' && type === 'г');
  return isUnderstood && (isOneRegion || scope.isInLocality) ? only : undefined;
}

/** Whether all words of the names were typed, but for their types, and for the names of some levels. */
function isTyped({ line, names, marks, parts }: Suggestion, leftOut: readonly string[]): boolean {
  const optional = new Set(
    parts.flatMap(({ level, name, type }) => splitWords(leftOut.includes(level) ? `${type} ${name}` : type)),
  );
  return locateWords(line.slice(0, names.join(', ').length)).every(
    ({ text, start }) =>
      optional.has(text) || marks.some(([from, to]) => from <= start && start + text.length <= to),
  );
}
