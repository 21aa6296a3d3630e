import { normalizeText, stem } from './query.ts';

/** A part of an excerpt; `marked` where it is what was looked for. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** In the text of a record stands before the words that are found, but not shown. */
export const HIDDEN_TEXT_MARK = '⁂';

const MAX_EXCERPT_LENGTH = 220;

/**
 * The sentence of a record's text that says most about the words looked for, with the words marked; the lead where none does.
 * The text begins with the title, which is shown above.
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
  return marked(shortened(best), stems);
}

function shortened(sentence: string): string {
  return sentence.length > MAX_EXCERPT_LENGTH
    ? `${sentence.slice(0, MAX_EXCERPT_LENGTH).replace(/\s+\S*$/u, '')}…`
    : sentence;
}

function marked(sentence: string, stems: readonly string[]): ExcerptPart[] {
  return sentence
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((text) => ({ text, marked: stems.some((start) => normalizeText(text).startsWith(start)) }));
}
