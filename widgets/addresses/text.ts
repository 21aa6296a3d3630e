/** What a word means stays the same when its letters are folded: lower case, ё as е. */
export const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

export interface Word {
  text: string;
  /** Where it begins. */
  at: number;
}

/** Runs of letters and runs of digits, folded, with their places. An `N` or `№` before a number is no word. */
export const wordsAt = (text: string): Word[] =>
  [...fold(text).matchAll(/(?!n ?\d)\p{L}+|\d+/gu)].map(({ 0: word, index }) => ({ text: word, at: index }));

export const words = (text: string): string[] => wordsAt(text).map((word) => word.text);

// prettier-ignore
const LATIN = 'qwertyuiop[]asdfghjkl;\'zxcvbnm,./?`' + '{}:"<>~';
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбю.,ё' + 'хъжэбюё';
/** Latin letters that look like Russian ones and stand in house numbers: «12a». */
const ALIKE = new Map(Array.from('abcekmhoptx', (letter, i) => [letter, 'авсекмнортх'[i] ?? letter]));

/**
 * Mends text typed with the English layout on: «,fhy kty» is «барн лен». Only words without a Russian letter are mended;
 * `[ ] ; ' , .` are letters there.
 */
export function repairLayout(text: string): string {
  const allLatin = !/[а-яё]/i.test(text);
  return text.replace(/\S+/g, (chunk) => {
    const lower = chunk.toLowerCase();
    if (/^[№n]\d/.test(lower)) return chunk;
    if (/^\d/.test(lower)) return /[а-яё]/.test(lower) ? chunk : Array.from(lower, likeRussian).join('');
    const mend = /[a-z]/.test(lower) ? !/[а-яё]/.test(lower) : allLatin;
    return mend ? Array.from(lower, fromEnglishLayout).join('') : chunk;
  });
}

const likeRussian = (letter: string) =>
  ALIKE.get(letter) ?? (/[a-z]/.test(letter) ? fromEnglishLayout(letter) : letter);

function fromEnglishLayout(letter: string): string {
  const i = LATIN.indexOf(letter);
  return i < 0 ? letter : (RUSSIAN[i] ?? letter);
}

/** How many mistakes a word of so many letters may have. */
export const allowedEdits = (word: string): number =>
  word.length < 4 || /^\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;

/**
 * The fewest edits (a letter more, less, another, or two swapped) that make `typed` the beginning of `word`;
 * `Infinity` above `most`.
 */
export function editsToPrefix(typed: string, word: string, most: number): number {
  if (typed.length > word.length + most) return Infinity;
  // Every letter that the word does not have is an edit: that rules out almost all words at once.
  let strange = 0;
  for (const letter of typed) if (!word.includes(letter) && ++strange > most) return Infinity;
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let row = Array.from({ length: width + 1 }, (_, j) => j);
  const at = (cells: number[], j: number) => cells[j] ?? Infinity;
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= width; j++) {
      const same = typed[i - 1] === word[j - 1];
      let cost = Math.min(at(row, j - 1) + (same ? 0 : 1), at(row, j) + 1, at(next, j - 1) + 1);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return Infinity;
    before = row;
    row = next;
  }
  const edits = Math.min(...row);
  return edits > most ? Infinity : edits;
}
