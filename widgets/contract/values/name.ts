/** Letters that look the same in Latin and Cyrillic, in pairs. */
const LATIN = 'ABCEHKMOPTXYaceopxyk';
const CYRILLIC = 'АВСЕНКМОРТХУасеорхук';
/** Digits that are typed for the letters beside them. */
const DIGIT_TWINS: Partial<Record<string, string>> = { '0': 'о', '3': 'з', '6': 'б' };

const isLatin = (text: string) => /\p{Script=Latin}/u.test(text);
const isCyrillic = (text: string) => /\p{Script=Cyrillic}/u.test(text);

/** A run of letters, and of the digits that are typed within it. */
const WORD = /[\p{L}\p{M}\d]+/gu;

/**
 * Writes a name with one apostrophe and without spaces around its hyphens.
 *
 * @example tidyName('Иванова - О’Нил') // "Иванова-О'Нил"
 */
export const tidyName = (text: string): string => text.replace(/[‘’ʼ`´′‛]/g, "'").replace(/\s*-\s*/g, '-');

/** What is wrong with a part of a person's name: digits, a word of two alphabets, other signs or no letter; `undefined` where nothing is. */
export function nameFault(name: string): 'nameDigits' | 'lookalike' | 'name' | undefined {
  if (/\d/.test(name)) return 'nameDigits';
  if (!/^['(]?\p{L}[\p{L}\p{M}' .,()-]*$/u.test(name) || /-$|[-']{2}/.test(name)) return 'name';
  return (name.match(WORD) ?? []).some((word) => isLatin(word) && isCyrillic(word)) ? 'lookalike' : undefined;
}

/**
 * Writes each word of two alphabets in one of them: in Cyrillic where all its letters have a twin there, in Latin otherwise.
 *
 * @example inOneAlphabet('Cидоров') // 'Сидоров', with a Russian «С»
 */
export const inOneAlphabet = (text: string): string =>
  text.replace(WORD, (word) => {
    if (!isCyrillic(word)) return word;
    const cyrillic = toCyrillic(word);
    return isLatin(cyrillic) ? inLatinLetters(word) : cyrillic;
  });

/**
 * Replaces the Latin letters that have a twin in Cyrillic.
 *
 * @example inCyrillicLetters('A123BC') // 'А123ВС', with Russian letters
 */
export const inCyrillicLetters = (text: string): string => replaceEach(text, LATIN, CYRILLIC);

/** Replaces the Cyrillic letters that have a twin in Latin. */
export const inLatinLetters = (text: string): string => replaceEach(text, CYRILLIC, LATIN);

const toCyrillic = (word: string) =>
  inCyrillicLetters(word).replace(/\d/g, (digit) => DIGIT_TWINS[digit] ?? digit);

/** Replaces each letter that `from` has by the one at the same place of `to`. */
const replaceEach = (word: string, from: string, to: string) =>
  Array.from(word, (letter) => to[from.indexOf(letter)] ?? letter).join('');
