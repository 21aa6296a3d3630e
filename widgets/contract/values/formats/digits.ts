import type { ReadText, TextFormat } from './text-format.ts';

/** A number that consists of digits. */
interface DigitsFormat {
  /** Code of a text that is no such number. With `Checksum` behind it, of one whose digits do not fit each other. */
  code: string;
  /** How many digits it has. */
  length: number;
  /** What people write before it: «ОГРН». */
  named?: RegExp;
  /** Whether the digits fit each other. */
  fits?: (digits: string) => boolean;
}

/** Words before and within a number: «серия 01 04 № 123456». */
const PARTS = /(?:сери[яи]|номер|№|\bno\b)[\s.:]*/giu;

/** Letters that are typed for digits. */
const DIGIT_TWINS: Partial<Record<string, string>> = { O: '0', О: '0', I: '1', L: '1', З: '3', Б: '6' };

/** Takes the name of a number and the words within it away. */
export const withoutName = (text: string, named?: RegExp): string =>
  (named ? text.replace(named, '') : text).replace(PARTS, '').replace(/^[\s:.-]+/, '');

/**
 * Makes what reads a number of digits. Spaces, dots, slashes and dashes between them do not matter. A letter that looks like a digit is offered
 * as one.
 *
 * @example digitsFormat({ code: 'kpp', length: 9 }).read('2225 01 001') // { value: '222501001' }
 */
export const digitsFormat = ({
  code,
  length,
  named,
  fits = () => true,
}: DigitsFormat): Pick<TextFormat, 'inputmode' | 'read' | 'meant'> => ({
  inputmode: 'numeric',
  read(text): ReadText {
    const digits = withoutName(text, named).replace(/[\s./-]/g, '');
    if (!/^\d+$/.test(digits) || digits.length !== length || /^0+$/.test(digits)) return { fault: code };
    return fits(digits) ? { value: digits } : { fault: `${code}Checksum` };
  },
  meant: (text) =>
    withoutName(text, named).replace(/\p{L}/gu, (letter) => DIGIT_TWINS[letter.toUpperCase()] ?? letter),
});

/** Writes digits in groups: `grouped('0104123456', [2, 2, 6])` is `01 04 123456`. */
export function grouped(value: string, lengths: readonly number[]): string {
  let start = 0;
  return lengths.map((length) => value.slice(start, (start += length))).join(' ');
}
