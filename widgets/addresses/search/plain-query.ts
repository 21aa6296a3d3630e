import { foldLetters } from '../../text/fold-letters.ts';
import { repairLayout } from '../../text/keyboard-layout.ts';
import { readHousesAtEnd, type HouseAtEnd } from '../index/read-house.ts';
import { RARE, firstWords, readablePart } from './name-query.ts';
import type { ParsedQuery } from './request.ts';

/** The part of a line that is read, and the same with the words in Russian letters that were typed on another layout. */
export function repairLine(line: string): { typed: string; repaired: string } {
  const typed = readablePart(line);
  return { typed, repaired: repairLayout(typed) };
}

/**
 * The ways to read a line of names with a house behind them. `undefined` for all other lines: they may have words that only
 * `parseQuery` knows.
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
