/** Understanding what a citizen typed, before and after it is looked for. */
import { foldLetters as foldLetters } from '../../widgets/text/fold-letters.ts';
import { toRussianLayout } from '../../widgets/text/keyboard-layout.ts';

/** Words that say nothing of what is looked for. */
const STOP_WORDS = new Set(
  'а без бы в во для до за и из или к как какие какой когда ли мне меня мой моя мы на над надо не нужно о об от по под при с со сколько у что чтобы это я где куда можно хочу получить оформить узнать подать сделать'.split(
    ' ',
  ),
);

/** Lower case, «ё» as «е», marks gone, one space between words. */
export const normalizeText = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();

/** A key that is a letter on the Russian keyboard and a mark on the English one, in or at a word. */
const MARK_IN_WORD = /[a-z][[\];'`,.](?=[a-z])|(?:^|\s)[[\];'`,.][a-z]|[[\];'`]/;

/**
 * The ways to read a query, the likeliest first: as it was typed, and as if the keyboard had been Russian. Marks inside of Latin
 * words say at once that it should have been.
 */
export function queryVariants(query: string): string[] {
  const typed = normalizeText(query);
  if (/[а-яё]/i.test(query) || !/[a-z]/i.test(query)) return typed ? [typed] : [];
  const repaired = normalizeText(toRussianLayout(query));
  return MARK_IN_WORD.test(query.toLowerCase()) ? [repaired] : [...new Set([typed, repaired])];
}

/** The words that tell something, without the small ones around them; all of them, where there are only small ones. */
export function withoutStopWords(reading: string): string[] {
  const words = reading.split(' ');
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length ? telling : words;
}

/** What is left of a word without its ending, roughly: «ребенок» and «ребенка» are both «ребе». */
export const stem = (word: string): string => word.slice(0, Math.max(3, word.length - 3));

const VOCABULARY_PREFIX_LENGTH = 7;

/** The beginnings of all words of these texts: what the search knows. */
export const vocabularyOf = (texts: readonly string[]): string[] =>
  [
    ...new Set(
      texts
        .flatMap((text) => normalizeText(text).split(' '))
        .map((word) => word.slice(0, VOCABULARY_PREFIX_LENGTH)),
    ),
  ]
    .filter(Boolean)
    .sort();

/** Whether a word, in one of its forms, is in a vocabulary. */
export const isInVocabulary = (word: string, words: readonly string[]): boolean => {
  const start = stem(word).slice(0, VOCABULARY_PREFIX_LENGTH);
  return words.some((known) => known.startsWith(start));
};
