const pairs = (keys: string, letters: string) =>
  new Map(Array.from(keys, (key, i) => [key, letters[i] ?? key]));

/** Keys of the English layout that are letters on the Russian one. */
const LETTER_KEYS = pairs("`qwertyuiop[]asdfghjkl;'zxcvbnm,.", 'ёйцукенгшщзхъфывапролджэячсмитьбю');
/** Keys that are marks of the English layout where a word cannot hold them: with Shift, and the Russian full stop and comma. */
const MARK_KEYS = pairs('~{}:"<>/?', 'ёхъжэбю.,');
/** Latin letters that look like Russian ones and stand in house numbers: «12a». */
const ALIKE = pairs('abcekmhoptx', 'авсекмнортх');

/**
 * All that was typed as if the Russian layout had been on; marks that need Shift stay.
 *
 * @example asRussianLayout('ltncrbq cfl') // 'детский сад'
 */
export const toRussianLayout = (text: string): string =>
  Array.from(text.toLowerCase(), (key) => LETTER_KEYS.get(key) ?? key).join('');

/**
 * Mends words that were typed with the English layout on: those without a Russian letter. `[ ] ; ' , .` are letters there.
 *
 * @example repairLayout(',fhy kty') // 'барн лен'
 */
export function repairLayout(text: string): string {
  const isAllLatin = !hasRussian(text.toLowerCase());
  return text.replace(/\S+/g, (chunk) => {
    const lower = chunk.toLowerCase();
    if (/^[№n]\d/.test(lower)) return chunk;
    if (/^\d/.test(lower)) return hasRussian(lower) ? chunk : lower.replace(/[a-z]+/g, lettersAfterNumber);
    const isMistyped = /[a-z]/.test(lower) ? !hasRussian(lower) : isAllLatin;
    return isMistyped ? Array.from(lower, russianLetter).join('') : chunk;
  });
}

/** A Latin letter in a house number: the Russian one that it looks like, or that stands on its key. */
export const toRussianLetter = (letter: string): string =>
  ALIKE.get(letter) ?? (/[a-z]/.test(letter) ? russianLetter(letter) : letter);

const hasRussian = (lower: string) => /[а-яё]/.test(lower);

const russianLetter = (key: string) => LETTER_KEYS.get(key) ?? MARK_KEYS.get(key) ?? key;

/** A single letter may have been meant as it looks: «12a» is «12а»; «50-ktnbz» is «50-летия». */
const lettersAfterNumber = (letters: string) =>
  Array.from(letters, letters.length > 1 ? russianLetter : toRussianLetter).join('');
