import { locateWords } from '../../text/words.ts';
import type { TypedWord } from '../search/typed-word.ts';

/** A range of `Suggestion.line` that matches what was typed, in UTF-16 units; `to` is exclusive. */
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

/** The words of a text that tokens fit best, each word for one token. Of a word as many letters are highlighted as were typed. */
function marksIn(text: string, tokens: readonly TypedWord[]): HighlightRange[] {
  const free = locateWords(text);
  const marks = tokens.flatMap((token): HighlightRange[] => {
    let best = Infinity;
    let at = -1;
    free.forEach((word, i) => {
      const cost = token.costAs(word.text);
      if (cost < best) [best, at] = [cost, i];
    });
    const [word] = at < 0 ? [] : free.splice(at, 1);
    return word ? [[word.start, word.start + Math.min(token.text.length, word.text.length)]] : [];
  });
  return marks.sort(([a], [b]) => a - b);
}
