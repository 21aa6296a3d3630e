import { repairLayout } from '../../text/keyboard-layout.ts';
import { splitWords } from '../../text/words.ts';
import { HOUSE_PATTERN, spellHouse, foldAddress } from '../index/house-number.ts';

/** One way to read what was typed. */
export interface ParsedQuery {
  /** Folded words that names and types have to contain. */
  words: string[];
  /** In its one spelling: `12а`, `29к2`. */
  house?: string;
  flat?: string;
  /** After the house a word was begun, which is ignored: «12 кв», «12 корп». */
  isUnfinished?: boolean;
}

/** Longest line that is read, in characters: no address is longer. */
const MAX_QUERY_LENGTH = 200;
/** Most words of a query. Hardly any address has more. */
const MAX_QUERY_WORDS = 16;

/** A flat at the end: « кв 5», « офис 12а». */
const FLAT = / (?:кв|квартира|комн?|комната|оф|офис|пом) ?(\d{1,4} ?[а-я]?)$/;
/** Source of a regular expression for a word or any beginning of it: «кв» gives `к(?:в(?:)?)?`. */
const prefixPattern = (word: string) =>
  Array.from(word).reduceRight((rest, letter) => `${letter}(?:${rest})?`, '');
const BEGUN_WORDS = ['корпус', 'квартира', 'комната', 'строение', 'офис', 'помещение']
  .map(prefixPattern)
  .join('|');
/** A house at the end of a line, with what stands before it. «ленина дом 12 кв»: rest «ленина», word «дом », begun « кв». */
const HOUSE_AT_END = new RegExp(
  `^(?<rest>.+?) (?<word>д(?:ом)? ?|вл(?:д|адение)? ?)?${HOUSE_PATTERN}(?<begun> ?(?:${BEGUN_WORDS}|[/-]))?$`,
);

/**
 * The ways to read a line. A number at its end may be a house or the
 * beginning of a name: «Ветеранов 2» is house 2, or «Ветеранов 2-я».
 *
 * @example parseQuery('барн лен 12, кв 5') // [{ words: ['барн', 'лен'], house: '12', flat: '5' }]
 * @example parseQuery('ветеранов 2') // [{ words: ['ветеранов', '2'] }, { words: ['ветеранов'], house: '2' }]
 */
export function parseQuery(line: string): ParsedQuery[] {
  const typed = repairLayout(line.slice(0, MAX_QUERY_LENGTH).normalize('NFC'));
  // «ленина12» is «ленина 12»; «к2» and «кв5» stay.
  const text = foldAddress(typed).replace(/([а-я]{3})(?=\d)/g, '$1 ');
  const whole = { words: firstWords(text) };
  const flat = FLAT.exec(` ${text}`);
  const { groups } = HOUSE_AT_END.exec(flat ? text.slice(0, Math.max(0, flat.index - 1)) : text) ?? {};
  const { rest, word, begun: isUnfinished } = groups ?? {};
  if (!groups || !rest || !/[а-я]/.test(rest)) return [whole];
  const house = spellHouse(groups);
  const withHouse: ParsedQuery = { words: firstWords(rest), house };
  if (isUnfinished) withHouse.isUnfinished = true;
  if (flat?.[1]) withHouse.flat = flat[1].replace(' ', '');
  const isBare = /^\d+[а-я]?$/.test(house) && !word && !flat;
  return isBare ? [whole, withHouse] : [withHouse];
}

const firstWords = (text: string) => splitWords(text).slice(0, MAX_QUERY_WORDS);
