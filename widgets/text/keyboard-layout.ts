/** Each character of `keys` → the character at the same position of `letters`. */
const pairs = (keys: string, letters: string) =>
  new Map(Array.from(keys, (key, i) => [key, letters[i] ?? key]));

/** Key of the English layout → the Russian letter on the same key. */
const LETTER_KEYS = pairs("`qwertyuiop[]asdfghjkl;'zxcvbnm,.", 'ёйцукенгшщзхъфывапролджэячсмитьбю');
/**
 * The same keys with Shift, and the key of the Russian full stop and
 * comma. Only within mistyped words: elsewhere they are punctuation.
 */
const MARK_KEYS = pairs('~{}:"<>/?', 'ёхъжэбю.,');
/** Latin letter → the Russian one that looks like it. People type these in house numbers: «12a». */
const LOOKALIKES = pairs('abcekmhoptx', 'авсекмнортх');

/**
 * Converts a whole text from the English layout to the Russian one, in small letters. Characters that need Shift stay.
 *
 * @example toRussianLayout('ltncrbq cfl') // 'детский сад'
 */
export const toRussianLayout = (text: string): string =>
  Array.from(text.toLowerCase(), (key) => LETTER_KEYS.get(key) ?? key).join('');

/**
 * Converts the words that were typed with the English layout on: those with Latin and without Russian letters. Chunks with
 * neither («;» may be «ж») are converted only if the whole text has no Russian letter. In house numbers Latin letters become Russian ones.
 *
 * @example repairLayout('Ленина 12a') // 'Ленина 12а', with a Russian «а»
 * @example repairLayout(',fhy kty') // 'барн лен'
 */
export function repairLayout(text: string): string {
  const hasNoRussian = !hasRussian(text.toLowerCase());
  return text.replace(/\S+/g, (chunk) => {
    const lower = chunk.toLowerCase();
    // «N5» stands for «№5».
    if (/^[№n]\d/.test(lower)) return chunk;
    if (/^\d/.test(lower))
      return hasRussian(lower) ? chunk : lower.replace(/[a-z]+/g, convertLettersAfterNumber);
    const isMistyped = /[a-z]/.test(lower) ? !hasRussian(lower) : hasNoRussian;
    return isMistyped ? Array.from(lower, russianLetter).join('') : chunk;
  });
}

/**
 * Converts a Latin letter of a house number to the Russian letter that looks like it, or else to the one on its key.
 *
 * @example toRussianLetter('a') // 'а'
 * @example toRussianLetter('d') // 'в'
 */
export const toRussianLetter = (letter: string): string =>
  LOOKALIKES.get(letter) ?? (/[a-z]/.test(letter) ? russianLetter(letter) : letter);

const hasRussian = (lower: string) => /[а-яё]/.test(lower);

const russianLetter = (key: string) => LETTER_KEYS.get(key) ?? MARK_KEYS.get(key) ?? key;

/**
 * Converts Latin letters after a number. A single one is meant as it looks: «12a» is «12а». Several are a word of the other layout:
 * «50-ktnbz» is «50-летия».
 */
const convertLettersAfterNumber = (letters: string) =>
  Array.from(letters, letters.length > 1 ? russianLetter : toRussianLetter).join('');
