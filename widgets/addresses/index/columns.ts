import { HASH_LENGTH, type AddressCodes, type FileRef } from './format.ts';

/** Numbers are written in printable ASCII: a last digit of 70, before it, lowest first, digits of 24. */
const FIRST_CHARACTER = 33;
const LAST_DIGITS = 70;
const OTHER_DIGITS = 24;

/** @example writeNumber(5) // '&'; 70 is '}#': 22 of the lower digit and 2 × 24 */
export function writeNumber(value: number): string {
  let text = '';
  for (; value >= LAST_DIGITS; value = Math.floor(value / OTHER_DIGITS))
    text += String.fromCharCode(FIRST_CHARACTER + LAST_DIGITS + (value % OTHER_DIGITS));
  return text + String.fromCharCode(FIRST_CHARACTER + value);
}

/** What {@link writeNumber} wrote, one number behind the other. */
export function readNumbers(text = ''): number[] {
  const values: number[] = [];
  let value = 0;
  let weight = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - FIRST_CHARACTER;
    if (digit < LAST_DIGITS) {
      values.push(value + weight * digit);
      value = 0;
      weight = 1;
    } else {
      value += weight * (digit - LAST_DIGITS);
      weight *= OTHER_DIGITS;
    }
  }
  return values;
}

/** Numbers written as distances from the one before. */
export function readDeltas(text?: string): number[] {
  let sum = 0;
  return readNumbers(text).map((step) => (sum += step));
}

/** Values parted by tabs. */
export const readCells = (text = ''): string[] => (text ? text.split('\t') : []);

/** Values of so many digits, of which only the changed end is written; `-` is no value. */
export function readSuffixes(text: string | undefined, digits: number): string[] {
  let above = '';
  return readCells(text).map((cell) => {
    if (cell === '-') return '';
    return (above = above.slice(0, digits - cell.length) + cell);
  });
}

/** Hashes and sizes of files. */
export const readRefs = (hashes = '', sizes?: string): FileRef[] =>
  readNumbers(sizes).map((size, i) => `${hashes.slice(i * HASH_LENGTH, (i + 1) * HASH_LENGTH)}${size}`);

/** Three columns as the codes of each row. */
export function readCodes(
  postcodes?: string,
  okatos?: string,
  oktmos?: string,
): (row: number) => AddressCodes {
  const [postcode, okato, oktmo] = [
    readSuffixes(postcodes, 6),
    readSuffixes(okatos, 11),
    readSuffixes(oktmos, 11),
  ];
  return (row) => ({
    postcode: postcode[row] ?? '',
    okato: okato[row] ?? '',
    oktmo: oktmo[row] ?? '',
  });
}
