import { stemOf, foldedWords } from './words.ts';

/** A word of an excerpt, or what stands between two words. */
export interface ExcerptPart {
  /** As it stands in the sentence. */
  text: string;
  /** Whether it is one of the words looked for. */
  marked: boolean;
}

/** Stands in the text of a record before the words that are found but not shown. */
export const HIDDEN_TEXT_MARK = '⁂';

/** A sentence that is longer says too much for a list of results, and a part of it might say something else. */
const MAX_SENTENCE_LENGTH = 320;
/** A sentence of fewer words is the heading of a paragraph: «До садика.» */
const MIN_SENTENCE_WORDS = 3;
/** An item of a list, «Доверенность — нужен не всем», is no sentence. */
const WHOLE = /[.!?…][»”)]*$/u;
/** The end of a sentence: a full stop that no abbreviation has («ул. Ленина»), and a capital letter or a number behind it. */
const SENTENCE_END =
  /(?<=[.!?…])(?<!(?:^|[\s(])(?:ул|г|д|с|п|пр|пл|пер|кв|стр|корп|им|ст|руб|тыс|млн|т|см|доб)\.)\s+(?=[«"(]?[А-ЯЁA-Z\d])/u;

/** How many of the words a text has, by their stems. */
export function countStems(text: string, stems: ReadonlySet<string>): number {
  return new Set(
    foldedWords(text)
      .map(stemOf)
      .filter((stem) => stems.has(stem)),
  ).size;
}

/**
 * The sentence of a record's text that has the largest number of the words looked for, whole. It is the lead if no sentence has more of
 * the words than the lead. The text begins with the title, which is shown above and therefore left out.
 *
 * @example excerptOf('Детский сад. Ребёнка ставят в очередь.', 'О чём это.', new Set(['очеред'])) // 'Ребёнка ставят в очередь.'
 */
export function excerptOf(text: string, lead: string, stems: ReadonlySet<string>): string {
  const [, ...sentences] = (text.split(HIDDEN_TEXT_MARK)[0] ?? '').trimEnd().split(SENTENCE_END);
  let [best, most] = [lead, countStems(lead, stems)];
  for (const sentence of sentences) {
    const isOne =
      WHOLE.test(sentence) &&
      sentence.length <= MAX_SENTENCE_LENGTH &&
      foldedWords(sentence).length >= MIN_SENTENCE_WORDS;
    const count = isOne ? countStems(sentence, stems) : 0;
    if (count > most) [best, most] = [sentence, count];
  }
  return best.trim();
}

/** Splits a text into words and what is between them, and marks the words looked for, in all their forms. */
export const markWords = (text: string, stems: ReadonlySet<string>): ExcerptPart[] =>
  text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((part) => ({ text: part, marked: stems.has(stemOf(foldedWords(part)[0] ?? '')) }));
