/** Reads words as the search compares them: folded, without endings, without those that say nothing. */
import { stemmer } from '@orama/stemmers/russian';

import { foldLetters } from '../../widgets/text/fold-letters.ts';

/** Words that say nothing of what is looked for: «как получить паспорт» is about «паспорт». */
const STOP_WORDS = new Set(
  'а без бы быть в во вот все для до его ее если есть еще же за и из или их к как какая какие какой какое когда кого ли либо мне меня мой моя мою моего мы на над надо не нужно нужны нужен ни но о об обо он она они от по под при про с себе себя со так такое то того тоже тот у уже хочу хотим что чтобы чем это этот я где куда можно получить оформить узнать подать сделать новый новая новое новую нового другой другая другое другую другого чтоб'.split(
    ' ',
  ),
);

const stems = new Map<string, string>();

/**
 * A folded word without its endings (Snowball's rules for Russian): the same for most of its forms.
 *
 * @example stemOf('субсидиями') // 'субсид', as of «субсидия»
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /[а-я]{4}/u.test(word) ? stemmer(word) : word;
  stems.set(word, stem);
  return stem;
}

/**
 * The words of a text, folded: runs of letters, runs of digits. A hyphen parts words.
 *
 * @example foldedWords('Загран-паспорт, 2-НДФЛ') // ['загран', 'паспорт', '2', 'ндфл']
 */
export const foldedWords = (text: string): string[] => foldLetters(text).match(/\p{L}+|\p{N}+/gu) ?? [];

/**
 * Words without stop words; all of them if there are only stop words.
 *
 * @example withoutStopWords(['как', 'записать', 'в', 'садик']) // ['записать', 'садик']
 */
export function withoutStopWords(words: readonly string[]): readonly string[] {
  const meaningful = words.filter((word) => !STOP_WORDS.has(word));
  return meaningful.length ? meaningful : words;
}
