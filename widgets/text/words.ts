import { foldLetters } from './fold-letters.ts';

/** A word of a text, folded. */
export interface Word {
  text: string;
  /** Where it begins. */
  start: number;
}

/** Runs of letters and runs of digits, with their places. An `N` or `№` before a number is no word. */
export const locateWords = (text: string): Word[] =>
  [...foldLetters(text).matchAll(/(?!n ?\d)\p{L}+|\d+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
  }));

/** @example words('Камень-на-Оби, 2-я ул.') // ['камень', 'на', 'оби', '2', 'я', 'ул'] */
export const splitWords = (text: string): string[] => locateWords(text).map((word) => word.text);
