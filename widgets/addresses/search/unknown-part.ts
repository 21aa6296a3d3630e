import { locateWords } from '../../text/words.ts';
import { isGivenUp, type Match } from './match.ts';

/**
 * What nothing in the data has, as it was typed: of «г. Барнаул, ул Новейшая, 5» it is «ул Новейшая, 5», if Барнаул has no such
 * street. `undefined` if no word was given up.
 */
export function unknownPartOf(line: string, match: Match): string | undefined {
  const { tokens, missing, house, ifListed } = match;
  if (!missing.some(isGivenUp)) return undefined;
  const missingWords = missing.filter(({ isNoise }) => !isNoise).map(({ text }) => text);
  const foundWords = tokens
    .filter((token) => token.isNoise || !missing.includes(token))
    .map(({ text }) => text);
  const words = locateWords(line).map(({ text, start }) => ({
    start,
    end: start + text.length,
    // A house and flat of a street that nothing has are unknown like the street.
    isUnknown: takeFrom(missingWords, text) || (!takeFrom(foundWords, text) && !(house ?? ifListed)),
  }));
  const parts: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i];
    while (words[i]?.isUnknown && words[i + 1]?.isUnknown) i++;
    const last = words[i];
    if (first?.isUnknown && last) parts.push(line.slice(first.start, last.end));
  }
  // In another layout or alphabet the line has none of the words.
  return parts.join(', ') || missingWords.join(' ');
}

/** Removes a text from a list, once. Returns whether it was there. */
function takeFrom(list: string[], text: string): boolean {
  const index = list.indexOf(text);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}
