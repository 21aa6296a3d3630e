import { HASH_LENGTH, type AddressCodes, type FileRef } from './format.ts';

// Numbers are written in the printable ASCII characters from 33 on. The last character of a number is a digit of base 70 (`!` is 0,
// `f` is 69); the characters before it are digits of base 24 (`g` is 0, `~` is 23), lowest first. So a character tells whether its
// number ends there, and no separators are needed.
const FIRST_CHARACTER = 33;
const LAST_DIGIT_BASE = 70;
const OTHER_DIGIT_BASE = 24;

/**
 * Writes a whole number, 0 or greater.
 *
 * @example writeNumber(5) // '&'
 * @example writeNumber(70) // '}#': 22 + 24 × 2
 */
export function writeNumber(value: number): string {
  let text = '';
  for (; value >= LAST_DIGIT_BASE; value = Math.floor(value / OTHER_DIGIT_BASE))
    text += String.fromCharCode(FIRST_CHARACTER + LAST_DIGIT_BASE + (value % OTHER_DIGIT_BASE));
  return text + String.fromCharCode(FIRST_CHARACTER + value);
}

/**
 * Reads numbers that {@link writeNumber} wrote one after another.
 *
 * @example readNumbers('&}#') // [5, 70]
 */
export function readNumbers(text = ''): number[] {
  const values: number[] = [];
  let value = 0;
  let weight = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - FIRST_CHARACTER;
    if (digit < LAST_DIGIT_BASE) {
      values.push(value + weight * digit);
      value = 0;
      weight = 1;
    } else {
      value += weight * (digit - LAST_DIGIT_BASE);
      weight *= OTHER_DIGIT_BASE;
    }
  }
  return values;
}

/**
 * Reads numbers of which each was written as its distance from the one before, the first as its distance from 0.
 *
 * @example readDeltas('!wJwJ') // [0, 1000, 2000]
 */
export function readDeltas(text?: string): number[] {
  let sum = 0;
  return readNumbers(text).map((delta) => (sum += delta));
}

/** Reads texts that are separated by tabs; an empty column has none. */
export const readCells = (text = ''): string[] => (text ? text.split('\t') : []);

/**
 * Reads values of `digits` digits, of which only the end that differs from the value above was written. An empty cell repeats the
 * value above; `-` is no value, and is not the value above for the next one.
 *
 * @example readSuffixes('656049\t\t52\t-\t6', 6) // ['656049', '656049', '656052', '', '656056']
 */
export function readSuffixes(text: string | undefined, digits: number): string[] {
  let above = '';
  return readCells(text).map((cell) => {
    if (cell === '-') return '';
    return (above = above.slice(0, digits - cell.length) + cell);
  });
}

/** Reads references to files from two columns: hashes without separators, and sizes. */
export const readRefs = (hashes = '', sizes?: string): FileRef[] =>
  readNumbers(sizes).map((size, i) => `${hashes.slice(i * HASH_LENGTH, (i + 1) * HASH_LENGTH)}${size}`);

/** Reads three columns. Gives a function that gives the codes of a row; they are empty where the row has none. */
export function readCodes(
  postcodeColumn?: string,
  okatoColumn?: string,
  oktmoColumn?: string,
): (row: number) => AddressCodes {
  const [postcodes, okatos, oktmos] = [
    readSuffixes(postcodeColumn, 6),
    readSuffixes(okatoColumn, 11),
    readSuffixes(oktmoColumn, 11),
  ];
  return (row) => ({
    postcode: postcodes[row] ?? '',
    okato: okatos[row] ?? '',
    oktmo: oktmos[row] ?? '',
  });
}
