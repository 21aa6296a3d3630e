import { foldLetters } from '../../text/fold-letters.ts';
import { splitWords } from '../../text/words.ts';
import type { ParsedQuery } from './request.ts';

/** Longest line that is read, in characters: no address is longer. */
const MAX_QUERY_LENGTH = 200;
/** Most words of a query. Hardly any address has more. */
const MAX_QUERY_WORDS = 16;

/** Words before a name: «в Барнауле», «возле дома». At the end of a line they may be the beginning of a name. */
export const PREPOSITIONS =
  '(?<!-)(?:во?|на|по|из|у|от|до|возле|около|рядом|напротив|за)(?=[^\\p{L}\\d]+\\p{L})';
/**
 * What only `parseQuery` reads, or may read: beginnings of noise, of numerals and of types in other cases; prepositions, initials,
 * and endings of ordinals. `plain-query.test.ts` finds what it lacks.
 */
export const RARE = new RegExp(
  `(?<!\\p{L})(?:городск|муниц|внутр|админ|сельс|с ?/|[сгм]\\.? ?[опр][.-]|вн\\.|мо(?!\\p{L})|росс|рф|почт|адрес|индекс|регион|` +
    `субъект|страна|местоп|насел|пункт|жив|прож|зарег|пропис|им|перв|одн|один|втор|дв|тр(?!а|уд)|четв|четы|пят|шест|сем|сед|вос|девя|деся|двад|трид|соро|сот|ст[оа](?!\\p{L})|` +
    `(?:улиц|станиц|республик|слобод)[еыуо]|деревн[еию]|кра[яею]|(?:област|площад|набережно)[ий]|` +
    `(?:город|сел|поселк|район|округ|проспект|переулк|бульвар|проезд|тракт|хутор)[еауо]|${PREPOSITIONS}|` +
    `[^гсдпх\\P{L}]\\.|\\p{L}\\.(?: *,|[^\\p{L}\\d]*\\p{L}\\.))|\\d[ -]?[аыоиу]?[яйемгю]|сельсовет`,
  'u',
);
/** May have a house: a digit, or a letter behind the beginning of a word for houses, as «корпус А». */
const MAY_HAVE_HOUSE =
  /\d|(?<!\p{L})(?:д[ов]|вл|зд|ко|ст|со|ли|уч|з\/у|га|г-ж|к[ми])\p{L}*\P{L}+\p{L}(?!\p{L})/u;

/** The part of a line that is read. */
export const readablePart = (line: string): string => line.slice(0, MAX_QUERY_LENGTH).normalize('NFC');

/** The words of a text, folded, at most {@link MAX_QUERY_WORDS}. */
export const firstWords = (text: string): string[] => splitWords(text).slice(0, MAX_QUERY_WORDS);

/**
 * The one way to read a line that has only names in Russian letters. `undefined` for all other lines: reading them takes code that the
 * first letters do not need.
 *
 * @example parseNames('барн лен') // [{ words: ['барн', 'лен'] }]
 * @example parseNames('барн лен 12') // undefined
 */
export function parseNames(line: string): ParsedQuery[] | undefined {
  const folded = foldLetters(readablePart(line));
  const isInRussian = /[а-я]/.test(folded) && !/[a-z]/.test(folded);
  return isInRussian && !RARE.test(folded) && !MAY_HAVE_HOUSE.test(folded)
    ? [{ words: firstWords(folded) }]
    : undefined;
}
