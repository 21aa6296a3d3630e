/**
 * The grammar of houses: what stands before a number in an address. The key is how the index writes it (`29к2стр1`); nothing stands
 * before the number of the house itself. `к+орпус` is «к», «корпус» and all beginnings between them, and also «корпуса»; the others
 * are as they are. README.md has an example of each («Houses as they are typed»).
 */
const HOUSE_WORDS = {
  // Дом, владение, домовладение, здание.
  '': 'д+ом вл+адени влд домовл+адени двлд зд+ани',
  к: 'к+орпус',
  стр: 'с+троени',
  соор: 'соор+ужени',
  лит: 'л+итер',
  уч: 'уч+асток уч-к з/у',
  гараж: 'гар+аж г-ж',
  км: 'км километр',
  // The flat.
  кв: 'кв+артир кв-ра',
  // What else people write behind a house. It is kept as it was typed. The first may stand behind their numbers: «3 этаж».
  floor: 'эт+аж под+ъезд п-д парадн+ая секц+и',
  detail: 'бл+ок код домоф+он а/я оф+ис ком+нат пом+ещени каб+инет скл+ад цех пав+ильон бокс м/м',
  // Words that say nothing: «жилой дом 12», «земельный участок 5», «дом номер 12».
  filler: 'жилой нежилое земельный номер',
} as const;

/** What a number in an address is. */
export type HouseKind = keyof typeof HOUSE_WORDS;

/** The parts of a house that follow its number, as the index writes them: `29к2стр1`. */
export const BLOCK_KINDS = ['к', 'стр', 'соор', 'лит'] as const satisfies HouseKind[];
/** What is an address where no house is: «участок 5». Behind a house it is a detail. */
export const PLOT_KINDS = ['уч', 'гараж', 'км'] as const satisfies HouseKind[];

/** All kinds. */
export const HOUSE_KINDS = Object.keys(HOUSE_WORDS) as HouseKind[];

/**
 * Source of a regular expression for the beginnings of a word. `after` may follow the whole word.
 *
 * @example beginningsOf('кв', '[а-я]?') // 'к(?:в[а-я]?)?'
 */
const beginningsOf = (word: string, after = ''): string =>
  Array.from(word).reduceRight((rest, letter) => letter + (rest && `(?:${rest})?`), after);

/** Source of a regular expression for the words of a kind. */
export const wordsOf = (kind: HouseKind): string =>
  HOUSE_WORDS[kind]
    .replace(/\+(\S+)/g, (_, rest: string) => `(?:${beginningsOf(rest, '[а-я]{0,2}')})?`)
    .replaceAll(' ', '|');

/** Source of a regular expression for a word that was begun, of any kind that has a number. */
export const BEGUN_WORDS = Object.values(HOUSE_WORDS)
  .flatMap((words) => words.replaceAll('+', '').split(' '))
  .map((word) => beginningsOf(word))
  .join('|');
