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
    if (/^\d/.test(lower)) {
      if (/[а-яё]/.test(lower)) return chunk;
      // A single letter may have been meant as it looks: «12a»; «50-ktnbz» is «50-летия».
      return lower.replace(/[a-z]+/g, (run) =>
        Array.from(run, run.length > 1 ? fromEnglishLayout : likeRussian).join(''),
      );
    }
    const mend = /[a-z]/.test(lower) ? !/[а-яё]/.test(lower) : allLatin;
    return mend ? Array.from(lower, fromEnglishLayout).join('') : chunk;
  });
}

/** A Latin letter in a house number: the Russian one that it looks like, or that stands on its key. */
export const likeRussian = (letter: string): string =>
  ALIKE.get(letter) ?? (/[a-z]/.test(letter) ? fromEnglishLayout(letter) : letter);

function fromEnglishLayout(letter: string): string {
  const i = LATIN.indexOf(letter);
  return i < 0 ? letter : (RUSSIAN[i] ?? letter);
}

/** How many mistakes a word of so many letters may have. */
const allowedEdits = (word: string): number =>
  word.length < 4 || /^\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;

/** A word that was typed, with what it takes to compare it fast. */
export interface Typed {
  text: string;
  letters: number;
  /** How many mistakes are forgiven. */
  edits: number;
}

export const typed = (text: string, fuzzy: boolean): Typed => ({
  text,
  letters: lettersOf(text),
  edits: fuzzy ? allowedEdits(text) : 0,
});

/** A bit for each letter of the alphabet that a word has. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** Whether a word lacks more letters of another than edits could mend: that rules out almost all words at once. */
export function isStrange({ letters, edits }: Typed, lettersOfWord: number): boolean {
  let missing = letters & ~lettersOfWord;
  for (let left = edits; missing !== 0 && left > 0; left--) missing &= missing - 1;
  return missing !== 0;
}

let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/**
 * The fewest edits (a letter more, less, another, or two swapped) that make `typed` the beginning of `word`;
 * `Infinity` above `most`.
 */
export function editsToPrefix(typed: string, word: string, most: number): number {
  if (typed.length > word.length + most) return Infinity;
  const width = Math.min(word.length, typed.length + most);
  if (width >= rows[0].length) rows = [new Uint8Array(256), new Uint8Array(256), new Uint8Array(256)];
  let [before, row, next] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= width; j++) row[j] = j;
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed.charCodeAt(i - 1);
    const letterBefore = typed.charCodeAt(i - 2);
    let least = i;
    next[0] = i;
    for (let j = 1; j <= width; j++) {
      const other = word.charCodeAt(j - 1);
      let cost = (row[j - 1] as number) + (letter === other ? 0 : 1);
      if ((row[j] as number) < cost) cost = (row[j] as number) + 1;
      if ((next[j - 1] as number) < cost) cost = (next[j - 1] as number) + 1;
      if (i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && letterBefore === other)
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
    [before, row, next] = [row, next, before];
  }
  let edits = Infinity;
  for (let j = 0; j <= width; j++) edits = Math.min(edits, row[j] as number);
  return edits > most ? Infinity : edits;
}
