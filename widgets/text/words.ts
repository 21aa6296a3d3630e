import { foldLetters } from './fold-letters.ts';

/** A word of a text, and where it stands. */
export interface Word {
  /** Folded: see `foldLetters`. */
  text: string;
  /** Index of its first character in the text. */
  start: number;
}

/**
 * Finds the words of a text: runs of letters and runs of digits. The `N` of a number («N 12», «n12») is no word, nor is «№».
 *
 * @example locateWords('ул. Ленина') // [{ text: 'ул', start: 0 }, { text: 'ленина', start: 4 }]
 */
export const locateWords = (text: string): Word[] =>
  [...foldLetters(text).matchAll(/(?!n ?\d)\p{L}+|\d+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
  }));

/**
 * The words of a text, folded.
 *
 * @example splitWords('Камень-на-Оби, 2-я ул.') // ['камень', 'на', 'оби', '2', 'я', 'ул']
 */
export const splitWords = (text: string): string[] => locateWords(text).map((word) => word.text);
