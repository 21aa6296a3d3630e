import { repairLayout } from '../../text/keyboard-layout.ts';
import { splitWords as wordsOf } from '../../text/words.ts';
import { HOUSE_PATTERN, spellHouse, foldAddress } from '../index/house-number.ts';

/** One way to understand what was typed. */
export interface ParsedQuery {
  /** Folded words that have to be found in names and types. */
  words: string[];
  house?: string;
  flat?: string;
  /** A word behind the house has only been begun, and counts for nothing: «12 кв». */
  isUnfinished?: boolean;
}

/** Nobody's address is longer; what follows is not read. */
const MAX_QUERY_LENGTH = 200;
/** Few addresses have more words. */
const MAX_QUERY_WORDS = 16;

const FLAT = / (?:кв|квартира|комн?|комната|оф|офис|пом) ?(\d{1,4} ?[а-я]?)$/;
/** A word, or its beginning. */
const prefixPattern = (word: string) =>
  Array.from(word).reduceRight((rest, letter) => `${letter}(?:${rest})?`, '');
const BEGUN_WORDS = ['корпус', 'квартира', 'комната', 'строение', 'офис', 'помещение']
  .map(prefixPattern)
  .join('|');
const HOUSE_AT_END = new RegExp(
  `^(?<rest>.+?) (?<word>д(?:ом)? ?|вл(?:д|адение)? ?)?${HOUSE_PATTERN}(?<begun> ?(?:${BEGUN_WORDS}|[/-]))?$`,
);

/**
 * The ways to read a line: with a house (and flat) at its end, and with the last number as part of a name
 * («Ветеранов 2» is house 2, or the beginning of «Ветеранов 2-я»).
 *
 * @example parseQuery('барн лен 12, кв 5') // [{ words: ['барн', 'лен'], house: '12', flat: '5' }]
 */
export function parseQuery(line: string): ParsedQuery[] {
  const typed = repairLayout(line.slice(0, MAX_QUERY_LENGTH).normalize('NFC'));
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

const firstWords = (text: string) => wordsOf(text).slice(0, MAX_QUERY_WORDS);
