/** Line breaks of other systems, of Word and of Unicode. */
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Spaces of every width, and tabs. */
const SPACES = /[\t\p{Zs}]+/gu;
/**
 * What nobody sees or means: control and format characters, fillers (Hangul, Braille), private characters of fonts, halves of a pair, the
 * mark of an object that was not pasted. A line break stays.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{DI}\u2800\ufffc\ufffd\ufffe\uffff]/gu;
/** Every dash: hyphens, the minus, the bullet and the lines that look like it. */
const DASH = /[\p{Pd}\u02d7\u2043\u207b\u208b\u2212\u23af\u2500\u2501\u2796]/gu;
/** Full-width forms of ASCII, `！` to `～`. Each is ASCII's character, 0xfee0 further on. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * Cleans a typed or pasted text before any rule looks at it, the same in widget and portal: letters are composed (NFC), what is invisible is
 * gone, every dash is `-`, every digit is one of ASCII, spaces are one space and none stand at the ends of a line. Line breaks stay.
 *
 * @example clean('\u202d+7 903\u00a0123–45–67\u202c') // '+7 903 123-45-67'
 * @example clean('Сергеи\u0306\u200b') // 'Сергей', of six letters
 */
export const clean = (text: string): string =>
  text
    .replace(LINE_BREAK, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(DASH, '-')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .normalize('NFC')
    .trim();

/**
 * The digit of ASCII for one of any script. The ten of a script stand one after another, from zero on: the place of a digit is its value.
 * Mathematical digits are five such rows without a gap.
 */
function asciiDigit(digit: string): string {
  if (digit <= '9') return digit;
  const code = digit.codePointAt(0) ?? 0;
  let place = 0;
  while (/^\p{Nd}/u.test(String.fromCodePoint(code - place - 1))) place++;
  return String(place % 10);
}
