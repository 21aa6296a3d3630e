import { HOUSE, houseOf, plain } from '../index/houses.ts';
import { repairLayout, words } from '../../text/typed.ts';

/** One way to understand what was typed. */
export interface Reading {
  /** Folded words that have to be found in names and types. */
  tokens: string[];
  house?: string;
  flat?: string;
  /** A word behind the house that has only been begun, and counts for nothing: «12 кв». */
  begun?: boolean;
}

/** Nobody's address is longer; what follows is not read. */
const LONGEST = 200;
/** Few addresses have more words. The search has a bit for each. */
const MOST_TOKENS = 16;

const FLAT = / (?:кв|квартира|комн?|комната|оф|офис|пом) ?(\d{1,4} ?[а-я]?)$/;
/** A word, or its beginning. */
const begun = (word: string) => Array.from(word).reduceRight((rest, letter) => `${letter}(?:${rest})?`, '');
const BEGUN = ['корпус', 'квартира', 'комната', 'строение', 'офис', 'помещение'].map(begun).join('|');
const HOUSE_AT_END = new RegExp(
  `^(?<rest>.+?) (?<word>д(?:ом)? ?|вл(?:д|адение)? ?)?${HOUSE}(?<begun> ?(?:${BEGUN}|[/-]))?$`,
);

/**
 * The ways to read a line: with a house (and flat) at its end, and with the last number as part of a name
 * («Ветеранов 2» is house 2, or the beginning of «Ветеранов 2-я»).
 */
export function readings(line: string): Reading[] {
  const text = plain(repairLayout(line.slice(0, LONGEST).normalize('NFC'))).replace(
    /([а-я]{3})(?=\d)/g,
    '$1 ',
  );
  const whole: Reading = { tokens: tokensOf(text) };
  const flat = FLAT.exec(` ${text}`);
  const { groups } = HOUSE_AT_END.exec(flat ? text.slice(0, Math.max(0, flat.index - 1)) : text) ?? {};
  const { rest, word, begun: isBegun } = groups ?? {};
  if (!groups || !rest || !/[а-я]/.test(rest)) return [whole];
  const house = houseOf(groups);
  const withHouse: Reading = { tokens: tokensOf(rest), house };
  if (isBegun) withHouse.begun = true;
  if (flat?.[1]) withHouse.flat = flat[1].replace(' ', '');
  const isBare = /^\d+[а-я]?$/.test(house) && !word && !flat;
  return isBare ? [whole, withHouse] : [withHouse];
}

const tokensOf = (text: string) => words(text).slice(0, MOST_TOKENS);
