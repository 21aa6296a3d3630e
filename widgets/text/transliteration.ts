/** Latin letters → the Russian ones that they stand for in the usual transliterations; longer groups first. */
const LETTERS: Record<string, string> = {
  ...{ shch: 'щ', sch: 'щ', zh: 'ж', kh: 'х', ts: 'ц', tz: 'ц', ch: 'ч', sh: 'ш', yu: 'ю', ju: 'ю', iu: 'ю' },
  ...{ ya: 'я', ja: 'я', ia: 'я', yo: 'е', jo: 'е', ye: 'е', a: 'а', b: 'б', c: 'ц', d: 'д', e: 'е', f: 'ф' },
  ...{
    g: 'г',
    h: 'х',
    i: 'и',
    j: 'й',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
    o: 'о',
    p: 'п',
    q: 'к',
    r: 'р',
    s: 'с',
  },
  ...{ t: 'т', u: 'у', v: 'в', w: 'в', x: 'кс', y: 'ы', z: 'з', "'": 'ь' },
};
const LETTER_GROUP = new RegExp(Object.keys(LETTERS).join('|'), 'g');

/** Most words of Russian have more vowels than that; on the English layout of the keyboard, hardly any has as many. */
const LEAST_VOWELS = 0.25;

/**
 * Whether the Latin letters of a text are Russian words in transliteration. If not, they were typed with the English layout on.
 *
 * @example isTransliterated('barnaul lenina') // true
 * @example isTransliterated('ltncrbq cfl') // false: «детский сад»
 */
export function isTransliterated(text: string): boolean {
  // Words with letters of both alphabets are Russian ones with letters that look alike.
  const letters = (text.match(/(?<![\p{L}\d])[a-z]{2,}(?!\p{L})/giu) ?? []).join('');
  const vowels = letters.match(/[aeiou]|(?<=y)y/gi) ?? [];
  return letters.length > 3 && vowels.length >= letters.length * LEAST_VOWELS && !/[[\]{};<>`~]/.test(text);
}

/**
 * Converts Latin letters to Russian ones. Others stay.
 *
 * @example fromTransliteration('ul. Molodezhnaya') // 'ул. молодежная'
 */
export const fromTransliteration = (text: string): string =>
  text
    .toLowerCase()
    // «й» stands behind a vowel, and in «1-y»: «Krasnoarmeyskaya», «Noviy».
    .replace(/(?<=[aeiouy]|\d-)y(?![aeou])/g, 'й')
    .replace(LETTER_GROUP, (group) => LETTERS[group] ?? group);
