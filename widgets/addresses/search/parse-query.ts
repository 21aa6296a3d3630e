import { repairLayout } from '../../text/keyboard-layout.ts';
import { splitWords } from '../../text/words.ts';
import { HOUSE_PATTERN, spellHouse, foldAddress } from '../index/house-number.ts';

/** One way to read what was typed. */
export interface ParsedQuery {
  /** Folded words that names and types have to contain. */
  words: string[];
  /** In its one spelling: `12а`, `29к2`. */
  house?: string;
  /** Without the word before it: `5`, `12а`. */
  flat?: string;
  /** True if a word was begun after the house: «12 кв», «12 корп». The word is ignored. */
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
/** Words that may be begun after a house, as alternatives in a regular expression. */
const BEGUN_WORDS = ['корпус', 'квартира', 'комната', 'строение', 'офис', 'помещение']
  .map(prefixPattern)
  .join('|');
/** A house at the end of a line. Groups in «ленина дом 12 кв»: `before` «ленина», `word` «дом », `number` «12», `begun` « кв». */
const HOUSE_AT_END = new RegExp(
  `^(?<before>.+?) (?<word>д(?:ом)? ?|вл(?:д|адение)? ?)?${HOUSE_PATTERN}(?<begun> ?(?:${BEGUN_WORDS}|[/-]))?$`,
);

/**
 * The ways to read a line. A number at its end may be a house or the beginning of a name: «Ветеранов 2» is house 2, or «Ветеранов
 * 2-я». The reading with the house is the last.
 *
 * @example parseQuery('барн лен 12, кв 5') // [{ words: ['барн', 'лен'], house: '12', flat: '5' }]
 * @example parseQuery('ветеранов 2') // [{ words: ['ветеранов', '2'] }, { words: ['ветеранов'], house: '2' }]
 */
export function parseQuery(line: string): ParsedQuery[] {
  const typed = repairLayout(line.slice(0, MAX_QUERY_LENGTH).normalize('NFC'));
  // «ленина12» is «ленина 12»; «к2» and «кв5» stay.
  const text = foldAddress(typed).replace(/([а-я]{3})(?=\d)/g, '$1 ');
  const wholeLine = { words: firstWords(text) };
  const flat = FLAT.exec(` ${text}`);
  const { groups } = HOUSE_AT_END.exec(flat ? text.slice(0, Math.max(0, flat.index - 1)) : text) ?? {};
  const { before, word, begun: isUnfinished } = groups ?? {};
  if (!groups || !before || !/[а-я]/.test(before)) return [wholeLine];
  const house = spellHouse(groups);
  const withHouse: ParsedQuery = { words: firstWords(before), house };
  if (isUnfinished) withHouse.isUnfinished = true;
  if (flat?.[1]) withHouse.flat = flat[1].replace(' ', '');
  const isNumberOnly = /^\d+[а-я]?$/.test(house) && !word && !flat;
  return isNumberOnly ? [wholeLine, withHouse] : [withHouse];
}

/** The words of a text, folded, at most {@link MAX_QUERY_WORDS}. */
const firstWords = (text: string) => splitWords(text).slice(0, MAX_QUERY_WORDS);
