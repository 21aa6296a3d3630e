import { foldLetters } from '../../text/fold-letters.ts';
import { repairLayout } from '../../text/keyboard-layout.ts';
import { splitWords } from '../../text/words.ts';
import { readHousesAtEnd, type HouseAtEnd, type HouseReading } from '../index/read-house.ts';

/** One way to read what was typed. */
export interface ParsedQuery extends HouseReading {
  /** Folded words that names and types have to contain. */
  words: string[];
  /** How many words stand before the house; absent if it stands behind all of them. */
  houseAt?: number;
  /** Those of the words that the address may lack; each is in the list as often as it may be missing. */
  noise?: string[];
  /** True if numbers were rewritten: «50 лет» was typed as «пятидесятилетия». */
  isRewritten?: boolean;
  /** True if names may be in any case: «в Барнауле на Молодежной». */
  hasOtherCases?: boolean;
}

/** Longest line that is read, in characters: no address is longer. */
const MAX_QUERY_LENGTH = 200;
/** Most words of a query. Hardly any address has more. */
const MAX_QUERY_WORDS = 16;

/** The part of a line that is read, and the same with the words in Russian letters that were typed on another layout. */
export function repairLine(line: string): { typed: string; repaired: string } {
  const typed = line.slice(0, MAX_QUERY_LENGTH).normalize('NFC');
  return { typed, repaired: repairLayout(typed) };
}

/** Words before a name: «в Барнауле», «возле дома». At the end of a line they may be the beginning of a name. */
export const PREPOSITIONS =
  '(?<!-)(?:во?|на|по|из|у|от|до|возле|около|рядом|напротив|за)(?=[^\\p{L}\\d]+\\p{L})';
/**
 * What only {@link parseQuery} reads, or may read: beginnings of noise, of numerals and of types in other cases; prepositions, initials,
 * and endings of ordinals. `plain-query.test.ts` finds what it lacks.
 */
const RARE = new RegExp(
  `(?<!\\p{L})(?:городск|муниц|внутр|админ|сельс|с ?/|[сгм]\\.? ?[опр][.-]|вн\\.|мо(?!\\p{L})|росс|рф|почт|адрес|индекс|регион|` +
    `субъект|страна|им|перв|одн|один|втор|дв|тр(?!а|уд)|четв|четы|пят|шест|сем|сед|вос|девя|деся|двад|трид|соро|сот|ст[оа](?!\\p{L})|` +
    `(?:улиц|станиц|республик|слобод)[еыуо]|деревн[еию]|кра[яею]|(?:област|площад|набережно)[ий]|` +
    `(?:город|сел|поселк|район|округ|проспект|переулк|бульвар|проезд|тракт|хутор)[еауо]|${PREPOSITIONS}|` +
    `[^гсдпх\\P{L}]\\.|\\p{L}\\.[^\\p{L}\\d]*\\p{L}\\.)|\\d[ -]?[аыоиу]?[яйемгю]|сельсовет`,
  'u',
);

/**
 * The ways to read a line of names with a house behind them. `undefined` for all other lines: they may have words that only
 * {@link parseQuery} knows.
 *
 * @example parsePlainQuery('барн лен 12, кв 5') // [{ words: ['барн', 'лен'], house: '12', flat: '5' }]
 * @example parsePlainQuery('на ленина 12') // undefined
 */
export function parsePlainQuery(line: string): ParsedQuery[] | undefined {
  const { typed, repaired } = repairLine(line);
  const folded = foldLetters(repaired);
  if (/[a-z][a-z.]/i.test(typed) || RARE.test(folded)) return undefined;
  const houses = housesAtEnd(typed, repaired);
  // There may be a house before other words.
  if (/\d[^]*[а-я]/.test(folded.slice(0, houses[0]?.before.length))) return undefined;
  return readingsWith(houses, repaired);
}

/**
 * The houses at the end of a line. In a Russian line «12 a» and «55 k3» are letters that look alike. Other lines were typed with the
 * English layout on.
 */
export function housesAtEnd(typed: string, repaired: string): HouseAtEnd[] {
  const inRussian = hasRussianLetter(typed) ? readHousesAtEnd(typed) : [];
  return inRussian.length > 0 ? inRussian : readHousesAtEnd(repaired);
}

/** A house that is a number and nothing else: it may also be the beginning of a name. */
const NUMBER_ONLY = /^\d+[ -]?\p{L}?\s*$/u;

/** The ways to read a line: without a house, with one before other words (`inside`), with one of those at the end. */
export function readingsWith(
  houses: HouseAtEnd[],
  repaired: string,
  inside: ParsedQuery[] = [],
): ParsedQuery[] {
  const readings = [...houses].reverse().flatMap(({ before, ending: _, ...reading }) => {
    const names = repaired.slice(0, before.length);
    return hasRussianLetter(names) ? [{ words: firstWords(names), ...reading }] : [];
  });
  const isClear = readings[0]?.house && !NUMBER_ONLY.test(houses.at(-1)?.ending ?? '');
  return isClear ? [...inside, ...readings] : [{ words: firstWords(repaired) }, ...inside, ...readings];
}

const hasRussianLetter = (text: string) => /[а-яё]/i.test(text);

/** The words of a text, folded, at most {@link MAX_QUERY_WORDS}. */
export const firstWords = (text: string): string[] => splitWords(text).slice(0, MAX_QUERY_WORDS);
