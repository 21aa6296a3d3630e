/** Endings of Russian nouns and adjectives in all cases, and no ending: «Барнаул-е», «Молодежн-ой», «Целинн-ого». */
const ENDING =
  /^(?:[аеийоуыьюя]|[аыоуеия]й|[аяыиуюое]я|[ыиоа]е|ее|[ую]ю|ью|[оеыия]м|[ыиая]х|[ое]в|[ое]го|[ое]му|[ыиая]ми)?$/;
/** Shortest part, in letters, that all forms of a word share. */
const MIN_STEM_LENGTH = 3;
/** «о» or «е» that only the form without an ending has: «переул-ок» and «переул-ка», «Черепов-ец» and «Черепов-ца». */
const FLEETING_VOWEL = /^[ое](?=[кц]$)/;

/**
 * Whether two folded words may be forms of one word: they begin alike, and what differs are endings.
 *
 * @example areFormsOfOneWord('целинного', 'целинный') // true
 * @example areFormsOfOneWord('переулка', 'переулок') // true
 * @example areFormsOfOneWord('ленина', 'ленинская') // false
 */
export function areFormsOfOneWord(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  for (let stem = shared; stem >= Math.max(MIN_STEM_LENGTH, shared - 2); stem--) {
    const [restOfA, restOfB] = withoutFleetingVowel(a.slice(stem), b.slice(stem));
    if (ENDING.test(restOfA) && ENDING.test(restOfB)) return true;
  }
  return false;
}

/** Two different rests without the consonant behind a fleeting vowel: of «ка» and «ок» it leaves «а» and «». */
function withoutFleetingVowel(a: string, b: string): [string, string] {
  for (const [short, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const consonant = FLEETING_VOWEL.test(short) ? short.slice(1) : '';
    if (consonant && other.startsWith(consonant))
      return short === a ? ['', other.slice(1)] : [other.slice(1), ''];
  }
  return [a, b];
}

/**
 * The letters with which every form of a word begins: the word without its longest ending, and without a «к» or «ц».
 *
 * @example beginningOfForms('молодежной') // 'молодежн'
 */
export function beginningOfForms(word: string): string {
  let length = Math.max(MIN_STEM_LENGTH, word.length - 3);
  while (length < word.length && !ENDING.test(word.slice(length))) length++;
  // A vowel may stand before the last consonant in other forms: «переулк-а» is a form of «переулок».
  return word.slice(0, length).replace(/(?<=^.{3,})[кц]$/, '');
}
