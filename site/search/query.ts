/** Reads what a citizen typed: folds it, repairs the keyboard's language, finds the words that matter. */
import { foldLetters } from '../../widgets/text/fold-letters.ts';
import { toRussianLayout } from '../../widgets/text/keyboard-layout.ts';

/** Words that say nothing of what is looked for: «как получить паспорт» is about «паспорт». */
const STOP_WORDS = new Set(
  'а без бы в во для до за и из или к как какие какой когда ли мне меня мой моя мы на над надо не нужно о об от по под при с со сколько у что чтобы это я где куда можно хочу получить оформить узнать подать сделать'.split(
    ' ',
  ),
);

/**
 * Lower case, «ё» as «е», no punctuation but hyphens, one space between words.
 *
 * @example normalizeText('Приёмный РЕБЁНОК, 2-НДФЛ!') // 'приемный ребенок 2-ндфл'
 */
export const normalizeText = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();

/**
 * A key that is a letter on the Russian keyboard and punctuation on the English one. Three cases: inside of a Latin word
 * (`hf,jnf` for «работа»), before one (`,bktn` for «билет»), or punctuation that no query has by itself (`ecgt[` for «успех»).
 */
const PUNCTUATION_IN_WORD = /[a-z][[\];'`,.](?=[a-z])|(?:^|\s)[[\];'`,.][a-z]|[[\];'`]/;

/**
 * The ways to read a query, the likeliest first: as it was typed, and as if the keyboard had been Russian. A query with Russian
 * letters is only read as typed; one with punctuation inside of Latin words only as Russian. Empty if there is no letter and no
 * digit.
 *
 * @example queryVariants('cflbr') // ['cflbr', 'садик']
 * @example queryVariants('hf,jnf') // ['работа']
 */
export function queryVariants(query: string): string[] {
  const typed = normalizeText(query);
  if (/[а-яё]/i.test(query) || !/[a-z]/i.test(query)) return typed ? [typed] : [];
  const repaired = normalizeText(toRussianLayout(query));
  return PUNCTUATION_IN_WORD.test(query.toLowerCase()) ? [repaired] : [...new Set([typed, repaired])];
}

/**
 * The words of a folded query without stop words; all of them if there are only stop words.
 *
 * @example withoutStopWords('как записать ребенка в садик') // ['записать', 'ребенка', 'садик']
 */
export function withoutStopWords(query: string): string[] {
  const words = query.split(' ');
  const meaningful = words.filter((word) => !STOP_WORDS.has(word));
  return meaningful.length ? meaningful : words;
}

/**
 * A word without its last three letters, but at least three letters of it: roughly what all its forms have in common.
 *
 * @example stem('ребенка') // 'ребе', as of «ребенок»
 */
export const stem = (word: string): string => word.slice(0, Math.max(3, word.length - 3));

/** Letters that the vocabulary keeps of a word: enough to tell words apart, and half the bytes of whole ones. */
const VOCABULARY_PREFIX_LENGTH = 7;

/**
 * The beginnings of all words of these texts, sorted: what the search knows.
 *
 * @example vocabularyOf(['Ребёнок идёт в садик']) // ['в', 'идет', 'ребенок', 'садик']
 */
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

/**
 * Whether a folded word, in one of its forms, is in a vocabulary.
 *
 * @example isInVocabulary('садика', ['садик']) // true: both begin with «сад»
 */
export const isInVocabulary = (word: string, vocabulary: readonly string[]): boolean => {
  const start = stem(word).slice(0, VOCABULARY_PREFIX_LENGTH);
  return vocabulary.some((known) => known.startsWith(start));
};
