import { normalizeText, stem } from './query.ts';

/** A word of an excerpt, or what stands between two words. */
export interface ExcerptPart {
  /** As it stands in the sentence. */
  text: string;
  /** Whether it is one of the words looked for. */
  marked: boolean;
}

/** Stands in the text of a record before the words that are found but not shown (`hiddenTerms`). */
export const HIDDEN_TEXT_MARK = '⁂';

/** The longest excerpt, in characters, without «…». */
const MAX_EXCERPT_LENGTH = 220;

/**
 * The sentence of a record's text that has the largest number of the words looked for, with these words marked. It is the lead if
 * no sentence has more of the words than the lead. The text begins with the title, which is shown above and therefore left out.
 *
 * @example excerptOf('Детский сад. Ребёнка ставят в очередь.', 'О чём это.', ['очереди'])
 * // «Ребёнка ставят в очередь.» in parts, of which «очередь» is marked
 */
export function excerptOf(text: string, lead: string, words: readonly string[]): ExcerptPart[] {
  const stems = words.map(stem);
  const [, ...sentences] = (text.split(HIDDEN_TEXT_MARK)[0] ?? '').split(/(?<=[.!?…])\s+/u);
  const countFound = (sentence: string) => {
    const sentenceWords = normalizeText(sentence).split(' ');
    return stems.filter((start) => sentenceWords.some((word) => word.startsWith(start))).length;
  };
  let [bestSentence, mostFound] = [lead, countFound(lead)];
  for (const sentence of sentences)
    if (countFound(sentence) > mostFound) [bestSentence, mostFound] = [sentence, countFound(sentence)];
  return markWords(shorten(bestSentence), stems);
}

/** Cuts a long sentence after a word, and says so with «…». */
function shorten(sentence: string): string {
  return sentence.length > MAX_EXCERPT_LENGTH
    ? `${sentence.slice(0, MAX_EXCERPT_LENGTH).replace(/\s+\S*$/u, '')}…`
    : sentence;
}

/** Splits a sentence into words and what is between them, and marks the words that begin with one of the stems. */
function markWords(sentence: string, stems: readonly string[]): ExcerptPart[] {
  return sentence
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((text) => ({ text, marked: stems.some((start) => normalizeText(text).startsWith(start)) }));
}
