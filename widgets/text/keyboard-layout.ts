/** Makes a map: each character of `keys` → the character at the same position of `letters`. */
const mapKeys = (keys: string, letters: string) =>
  new Map(Array.from(keys, (key, i) => [key, letters[i] ?? key]));

/** Key of the English layout → the Russian letter on the same key. */
const LETTER_KEYS = mapKeys("`qwertyuiop[]asdfghjkl;'zxcvbnm,.", 'ёйцукенгшщзхъфывапролджэячсмитьбю');
/**
 * Key with Shift of the English layout → the Russian letter or punctuation mark on it. Used only within mistyped words: elsewhere
 * these characters are punctuation.
 */
const MARK_KEYS = mapKeys('~{}:"<>/?', 'ёхъжэбю.,');
/** Latin letter → the Russian one that looks like it. People type these in house numbers: «12a». */
const LOOKALIKES = mapKeys('abcekmhoptxy', 'авсекмнортху');
/** A Latin word of letters that all look like Russian ones: «MOCKBA», «c»; small «k» and «t» do not. */
const LOOKALIKE_WORD = /^[^a-z\d]*(?:[ABCEHKMOPTXY]+|[ACEOPXY]?[aceopxy]*)[^a-z\d]*$/;

/**
 * Converts a whole text from the English layout to the Russian one, in small letters. Characters that need Shift stay.
 *
 * @example toRussianLayout('ltncrbq cfl') // 'детский сад'
 */
export const toRussianLayout = (text: string): string =>
  Array.from(text.toLowerCase(), (key) => LETTER_KEYS.get(key) ?? key).join('');

/**
 * Converts the words that were typed with the English layout on: those with Latin and without Russian letters. Chunks with neither
 * («;» may be «ж») are converted only if the whole text has no Russian letter. In house numbers, in words with letters of both
 * alphabets, and in words of a Russian text that look Russian, Latin letters become the Russian ones that look like them.
 *
 * @example repairLayout('Ленина 12a') // 'Ленина 12а', with a Russian «а»
 * @example repairLayout('MOCKBA, улица') // 'москва, улица'
 * @example repairLayout(',fhy kty') // 'барн лен'
 */
export function repairLayout(text: string): string {
  const isWithoutRussian = !hasRussianLetter(text.toLowerCase());
  return text.replace(/\S+/g, (chunk) => {
    const lower = chunk.toLowerCase();
    // «N5» stands for «№5».
    if (/^[№n]\d/.test(lower)) return chunk;
    if (/^\d/.test(lower))
      return hasRussianLetter(lower) ? chunk : lower.replace(/[a-z]+/g, convertLettersAfterNumber);
    const isLatin = /[a-z]/.test(lower);
    if (isLatin && (hasRussianLetter(lower) || (!isWithoutRussian && LOOKALIKE_WORD.test(chunk))))
      return Array.from(lower, (letter) => LOOKALIKES.get(letter) ?? letter).join('');
    const isMistyped = isLatin || isWithoutRussian;
    return isMistyped ? Array.from(lower, letterOnKey).join('') : chunk;
  });
}

/**
 * Converts a small Latin letter of a house number to the Russian letter that looks like it, or else to the one on its key. Other
 * characters stay.
 *
 * @example toRussianLetter('a') // 'а'
 * @example toRussianLetter('d') // 'в'
 */
export const toRussianLetter = (letter: string): string =>
  LOOKALIKES.get(letter) ?? (/[a-z]/.test(letter) ? letterOnKey(letter) : letter);

/** Whether a text in small letters has a Russian one. */
const hasRussianLetter = (lower: string) => /[а-яё]/.test(lower);

/** The Russian character on a key of the English layout: «q» is «й», «;» is «ж». Other characters stay. */
const letterOnKey = (key: string) => LETTER_KEYS.get(key) ?? MARK_KEYS.get(key) ?? key;

/**
 * Converts Latin letters after a number. A single one is meant as it looks: «12a» is «12а». Several are a word of the other layout:
 * «50-ktnbz» is «50-летия».
 */
const convertLettersAfterNumber = (letters: string) =>
  Array.from(letters, letters.length > 1 ? letterOnKey : toRussianLetter).join('');
