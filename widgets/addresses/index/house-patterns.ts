import { foldLetters } from '../../text/fold-letters.ts';
import { toRussianLetter } from '../../text/keyboard-layout.ts';
import { BEGUN_WORDS, BLOCK_KINDS, HOUSE_KINDS, wordsOf } from './house-words.ts';

// Parts of regular expressions for folded text.
/** Between two parts. A hyphen only beside a space: «12 - 4», but not «12-4». */
export const SEPARATORS = /^(?:[\s,.;:()№#"'«»“”„—–]|-(?=\s))*/;
/** Between a word and its number. */
const GAP = '[\\s.:№#"\'«„“-]*';
const NUMBER = '\\d{1,5}(?!\\d)';
/** What a single letter has behind it: no other letter or digit, unless the next part begins («12астр1»); no «/я» of «а/я», no «-ж» of «г-ж». */
const LETTER_END = '(?=(?:к|стр|соор|лит)(?:\\d|[а-я](?![а-я]))|(?![а-я\\d]|[/\\\\-][а-я]))';
/** The letter of a house: «12а», «12-а», «12 «а»», «12 а». No «2-я», «3-е»; no «12к2», «12 с 1», «12 п. 5». */
const LETTER = `(?:(?!(?:к|с|л|д)[ .]*\\d)_?[а-ик-щэюя]|-[а-дж-ик-ю]| ?["'«„“][а-я]["'»”“]| (?![а-я]\\. ?\\d|[д-я] \\d)[а-ил-рт-э])${LETTER_END}`;
const SLASH = ' ?(?:[/\\\\]|дробь) ?';
/** «12», «12а», «12/3а», «46_48», «16/а»; «А», «А101». */
const VALUE = `(?:${NUMBER}(?:${LETTER})?|["'«„“]?[а-я]["'»”“]?(?:${LETTER_END}|-?${NUMBER}))(?:${SLASH}(?:${NUMBER}(?:${LETTER})?|[а-я]${LETTER_END}))*(?:_${NUMBER}(?:${LETTER})?)*`;
/** Groups: a word of each kind in {@link HOUSE_KINDS}; then those of {@link BLOCK_KINDS} with a letter right behind them, as in «кА». */
const WORD = [
  ...HOUSE_KINDS.map((kind) => `((?:${wordsOf(kind)})(?![а-я]))`),
  ...BLOCK_KINDS.map((kind) => `(${kind}(?=[а-я]${LETTER_END}))`),
].join('|');
/** Groups as in `WORD`. */
export const STARTS_WITH_WORD = new RegExp(`^(?:${WORD})`);
/** Group: the number behind a word. */
export const STARTS_WITH_VALUE = new RegExp(`^${GAP}(${VALUE})`);
/** A number or a few letters: «5-Н», «12К34», «II» (folded). */
export const STARTS_WITH_DETAIL = new RegExp(
  `^${GAP}((?=\\S*\\d|[шмх]+(?![а-я])|[а-я](?![а-я]))[^\\s,;()]+)`,
);
/** A house without a word. */
export const BARE_VALUE = new RegExp(`^${VALUE}`);
/** Numbers behind a hyphen: «-4» in «12-4», a flat or a second number. */
export const HYPHENATED = new RegExp(`^(?:-${NUMBER}(?:${LETTER})?)+`);
/** Group: a flat without a word: «5» in «12 5» and in «12к2-5». */
export const BARE_FLAT = new RegExp(`^-?((?!\\d{5})${NUMBER}(?:${LETTER})?)`);
const POSTFIX = `\\s*(?:(${wordsOf('кв')})|${wordsOf('floor')})(?![а-я])`;
/**
 * Groups: a number before its word, and whether that is «км» or «кв»: «3 этаж», «2-й подъезд», «5 кв», «12 км»; not in «5 подъезд 3»,
 * but «59 км 62» is a house in a street with a number.
 */
export const POSTFIXED = new RegExp(
  `^(${NUMBER})(?:-?(?:[йяе]|[ыо]й|[ао]я|го|ом))?(?:\\s*(${wordsOf('км')})(?![а-я])|${POSTFIX}(?!${GAP}\\d+(?!\\d|${POSTFIX})))`,
);
/** A dash behind a word stands for no number, as in forms: «корп. -, кв. 5». */
export const NO_VALUE = /^[\s.:]*[-–—]+(?=[\s,;.]|$)/;
/** Another number follows: «61 подъезд 2 кв 5» begins with a house. */
export const NUMBER_NEXT = new RegExp(`^${GAP}\\d`);
/** A word that was begun, at the end: «12 кв». */
export const UNFINISHED = new RegExp(`^(?:${BEGUN_WORDS}|[/-])[ .]*$`);

/** Folds a text for the patterns: the letters become small and Russian, and each stays in its place. */
export const foldHouse = (text: string): string =>
  text
    .replace(/(?<![\p{L}\d])n(?= ?\d)/giu, '№')
    .replace(/[a-zа-яё]/gi, (letter) => toRussianLetter(foldLetters(letter)));

/**
 * Writes a number in its one spelling.
 *
 * @example spellNumber('12 дробь 3-а') // '12/3а'
 */
export const spellNumber = (typed: string): string =>
  typed.replace(/дробь|\\/g, '/').replace(/[-_](?=[а-я])|[^а-я\d/_-]/g, '');
