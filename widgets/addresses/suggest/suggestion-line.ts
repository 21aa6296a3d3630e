import { locateWords } from '../../text/words.ts';
import type { TypedWord } from '../search/typed-word.ts';

/** A range of `Suggestion.line` that matches what was typed, in UTF-16 units; `to` is exclusive: `[0, 4]` is «Барн» in «Барнаул». */
export type HighlightRange = [from: number, to: number];

/** Separator of the parts of a line. */
const SEPARATOR = ', ';

/**
 * Joins names, and then house and flat, to the line of a suggestion. Highlights the typed words in the names, and all of house and
 * flat, which are only there because they were typed.
 */
export function writeLine(
  names: readonly string[],
  houseAndFlat: readonly string[],
  tokens: readonly TypedWord[],
): { line: string; marks: HighlightRange[] } {
  let line = names.join(SEPARATOR);
  const marks = marksIn(line, tokens);
  for (const text of houseAndFlat) {
    line += SEPARATOR + text;
    marks.push([line.length - text.length, line.length]);
  }
  return { line, marks };
}

/**
 * Finds, for each token, the word of a text that it fits best and no token before it has taken. Highlights as many letters of that
 * word as were typed: for «барн» `[0, 4]` in «Барнаул». A token that fits no word highlights nothing.
 */
function marksIn(text: string, tokens: readonly TypedWord[]): HighlightRange[] {
  const freeWords = locateWords(text);
  const marks = tokens.flatMap((token): HighlightRange[] => {
    let leastCost = Infinity;
    let cheapest = -1;
    freeWords.forEach((word, i) => {
      const cost = token.costAs(word.text);
      if (cost < leastCost) [leastCost, cheapest] = [cost, i];
    });
    const [word] = cheapest < 0 ? [] : freeWords.splice(cheapest, 1);
    return word ? [[word.start, word.start + Math.min(token.text.length, word.text.length)]] : [];
  });
  return marks.sort(([a], [b]) => a - b);
}
