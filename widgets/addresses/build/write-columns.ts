import { writeNumber } from '../index/columns.ts';
import { hashIn, sizeIn, type AddressCodes, type FileRef } from '../index/format.ts';

// Each function writes what the function of the same name in `index/columns.ts` reads; README.md describes the formats.

/** Writes texts, separated by tabs. White space in a text becomes one space. */
export const writeCells = (values: readonly string[]): string =>
  values.map((value) => value.replace(/\s+/g, ' ')).join('\t');

/**
 * Writes whole numbers, each 0 or greater.
 *
 * @example writeNumbers([5, 70]) // '&}#'
 */
export const writeNumbers = (values: readonly number[]): string => values.map(writeNumber).join('');

/**
 * Writes ascending numbers, each as its distance from the one before.
 *
 * @example writeDeltas([0, 1000, 2000]) // '!wJwJ'
 */
export const writeDeltas = (sorted: readonly number[]): string =>
  writeNumbers(sorted.map((value, i) => value - (sorted[i - 1] ?? 0)));

/**
 * Writes codes with the same number of digits, of each only the end that differs from the one above. An empty cell repeats it; `-`
 * is no value.
 *
 * @example writeSuffixes(['656049', '656049', '656052', '']) // '656049\t\t52\t-'
 */
export function writeSuffixes(values: readonly string[]): string {
  let above = '';
  const cells = values.map((value) => {
    if (!value) return '-';
    let sharedDigits = 0;
    while (sharedDigits < value.length && value[sharedDigits] === above[sharedDigits]) sharedDigits++;
    above = value;
    return value.slice(sharedDigits);
  });
  return cells.join('\t');
}

/** Writes three columns: postcodes, ОКАТО, ОКТМО. */
export const writeCodes = (rows: readonly AddressCodes[]): string[] => [
  writeSuffixes(rows.map(({ postcode }) => postcode)),
  writeSuffixes(rows.map(({ okato }) => okato)),
  // An ОКТМО of eight digits is that of a municipality; a settlement in it has three more.
  rows.some(({ oktmo }) => oktmo)
    ? writeSuffixes(rows.map(({ oktmo }) => (oktmo ? oktmo.padEnd(11, '0') : '')))
    : '',
];

/** Writes references to files as two columns: hashes without separators, and sizes. */
export const writeRefs = (refs: readonly FileRef[]): string[] => [
  refs.map(hashIn).join(''),
  writeNumbers(refs.map(sizeIn)),
];

/**
 * Writes sorted words as two columns: how many letters each shares with the one before, and the rest of each. `decodeWordFile` in
 * `index/word-files.ts` reads them.
 *
 * @example writeSortedWords(['барнаул', 'барнаульская']) // ['!(', 'барнаул\tьская']
 */
export function writeSortedWords(sorted: readonly string[]): string[] {
  const shared = sorted.map((word, i) => {
    const above = sorted[i - 1] ?? '';
    let letters = 0;
    while (letters < word.length && word[letters] === above[letters]) letters++;
    return letters;
  });
  return [writeNumbers(shared), writeCells(sorted.map((word, i) => word.slice(shared[i])))];
}
