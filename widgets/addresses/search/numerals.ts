/** Beginnings of the words for numbers, cardinal and ordinal: «пять», «пятая», «пятидесяти». */
const NUMERALS: Record<string, number> = {
  'перв|один|одн': 1,
  'втор|дв': 2,
  'трет|тр': 3,
  'четверт|четыр': 4,
  пят: 5,
  шест: 6,
  'седьм|сем': 7,
  'восьм|восем': 8,
  девят: 9,
  десят: 10,
  одиннадцат: 11,
  двенадцат: 12,
  тринадцат: 13,
  четырнадцат: 14,
  пятнадцат: 15,
  шестнадцат: 16,
  семнадцат: 17,
  восемнадцат: 18,
  девятнадцат: 19,
  двадцат: 20,
  тридцат: 30,
  'сороков|сорок': 40,
  'пят[ьи]десят': 50,
  'шест[ьи]десят': 60,
  'сем[ьи]десят': 70,
  'вос(?:емь|ьми)десят': 80,
  девяност: 90,
  'сот|ст(?=о(?!\\p{L}))': 100,
};
/**
 * Endings of numerals: «пят-ь», «перв-ая», «треть-его»; none only after a whole word («сорок», «один»). A word that is not finished
 * («перво», «семе») is no numeral, but the beginning of a name.
 */
const ENDING =
  '(?:(?<=один|сорок|десят)|ь|(?<=[тм]|тр)ь?и|(?<=одн|дв|четыр|сорок|(?<!е)ст)[аое]|[оеуьыи]?[хй]|' +
  'ь?(?:ая|ое|ую|ого|его|ому|ом|ем|я|ю|ей))';
const NUMERAL = new RegExp(
  `(?<!\\p{L})(?:${Object.keys(NUMERALS)
    .map((stem) => `(${stem})`)
    .join('|')})(?:${ENDING}(?!\\p{L})|[аои]?(?=летия(?!\\p{L})))`,
  'gu',
);
/** A numeral that tells the order, and its ending. */
const ORDINAL =
  /^(?!од|дв|тр(?!ет)|четыр|сем|сорока$|ста$).*?(ая|ую|ое|ого|ому|ом|ый|ий|ой|ье|ья|ью|ьего|ьей|ем)$/;
/** First letter of such an ending → the ending in the data. */
const ORDINAL_ENDINGS: Record<string, string> = { а: '-я', у: '-я' };
const VALUES = Object.values(NUMERALS);
/** Stands before a number that was a word: only such numbers are parts of one, «двадцать пять», but not «100 12» or «20 5». */
const WORD = '\uE000';

/**
 * Writes the numbers of a folded line in digits, ordinals with an ending, and «лет» for «летия».
 *
 * @example writeNumerals('сорокалетия октября') // '40 лет октября'
 * @example writeNumerals('первая западная, дом двадцать пять') // '1-я западная, дом 25'
 */
export const writeNumerals = (line: string): string =>
  line
    .replace(NUMERAL, (word, ...groups: unknown[]) => {
      const value = String(VALUES[groups.findIndex((group) => group !== undefined)]);
      const [, gender] = ORDINAL.exec(word) ?? [];
      return WORD + value + (gender ? (ORDINAL_ENDINGS[gender.slice(0, 1)] ?? '-й') : '');
    })
    // «сто двадцать», «двадцать пять».
    .replace(/\uE000100 \uE000(\d{1,2}(?!\d))/g, (_, rest) => WORD + String(100 + Number(rest)))
    .replace(/\uE000(1?[2-9])0 \uE000(?=[1-9](?!\d))/g, '$1')
    .replaceAll(WORD, '')
    .replace(/(\d)[ -]?лети[яею](?!\p{L})/gu, '$1 лет');
