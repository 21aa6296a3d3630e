/** Makes typing errors, and writes houses as people do. */
import type { SeededRandom } from './lexicon.ts';

/** The keys of both layouts; the full stop and the comma of the Russian one are `/` and `?`. */
const ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`/?";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё.,';

/**
 * What appears when a Russian text is typed with the English layout.
 *
 * @example inEnglishLayout('барн лен') // ',fhy kty'
 */
export const inEnglishLayout = (text: string): string =>
  Array.from(text, (letter) => ENGLISH[RUSSIAN.indexOf(letter)] ?? letter).join('');

const LETTERS = Array.from('абвгдежзиклмнопрстуфхцчшщыьэюя');

/** Makes one mistake in a word: a letter is another one, swapped with the next, missing or too many; in the first letter only the first two of these. */
export function misspell(word: string, dice: SeededRandom, atFirst: boolean): string {
  const at = atFirst ? 0 : 1 + dice.nextBelow(word.length - 2);
  const other = dice.pick(LETTERS.filter((letter) => letter !== word[at]));
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  switch (dice.nextBelow(atFirst ? 2 : 4)) {
    case 0:
      return before + other + after;
    case 1:
      return before + (after[0] ?? '') + (word[at] ?? '') + after.slice(1);
    case 2:
      return before + after;
    default:
      return before + other + (word[at] ?? '') + after;
  }
}

/** One house of the lists of a street, written close («29к2») and apart («29 корп. 2»). */
export function pickHouse(
  lists: string[],
  dice: SeededRandom,
): [compact: string, spaced: string] | undefined {
  if (lists.length === 0) return undefined;
  const entry = dice.pick(dice.pick(lists).split(','));
  const [, side, first = '', last = ''] = /^([НЧ]?)\(?(\d+)-(\d+)\)?$/.exec(entry) ?? [];
  if (first) {
    const step = side ? 2 : 1;
    const most = Math.min(Number(last) - Number(first), 60);
    const number = String(Number(first) + step * dice.nextBelow(Math.floor(most / step) + 1));
    return [number, number];
  }
  if (!/^\d+(?:[а-я]|\/\d+|к\d+|стр\d+)?$/i.test(entry)) return undefined;
  const compact = entry.toLowerCase();
  return [compact, compact.replace(/(?<=\d)к(?=\d)/, ' корп. ').replace(/(?<=\d)стр(?=\d)/, ' стр. ')];
}
