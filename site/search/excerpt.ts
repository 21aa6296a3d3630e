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

/** Characters. */
const MAX_EXCERPT_LENGTH = 220;

/**
 * The sentence of a record's text that has most of the words looked for, with the words marked; the lead where no sentence has
 * more of them. The text begins with the title, which is shown above and therefore left out.
 *
 * @example excerptOf('Детский сад. Ребёнка ставят в очередь.', 'О чём это.', ['очереди'])
 * // «Ребёнка ставят в очередь.» in parts, of which «очередь» is marked
 */
export function excerptOf(text: string, lead: string, words: readonly string[]): ExcerptPart[] {
  const stems = words.map(stem);
  const [, ...sentences] = (text.split(HIDDEN_TEXT_MARK)[0] ?? '').split(/(?<=[.!?…])\s+/u);
  const matches = (sentence: string) => {
    const folded = normalizeText(sentence).split(' ');
    return stems.filter((start) => folded.some((word) => word.startsWith(start))).length;
  };
  let [best, most] = [lead, matches(lead)];
  for (const sentence of sentences)
    if (matches(sentence) > most) [best, most] = [sentence, matches(sentence)];
  return markWords(shorten(best), stems);
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
