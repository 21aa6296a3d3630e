import { fold } from './fold.ts';

/** A word of a text, folded. */
export interface Word {
  text: string;
  /** Where it begins. */
  at: number;
}

/** Runs of letters and runs of digits, with their places. An `N` or `№` before a number is no word. */
export const wordsAt = (text: string): Word[] =>
  [...fold(text).matchAll(/(?!n ?\d)\p{L}+|\d+/gu)].map(({ 0: word, index }) => ({ text: word, at: index }));

/** @example words('Камень-на-Оби, 2-я ул.') // ['камень', 'на', 'оби', '2', 'я', 'ул'] */
export const words = (text: string): string[] => wordsAt(text).map((word) => word.text);
