import { normalizeHouse } from './house-number.ts';
import type { HouseRow } from './houses.ts';

/** What the data say about a house. */
export interface KnownHouse {
  /** As the data spell it, or else in the one spelling of `normalizeHouse`. */
  house: string;
  /** Whether the data list the house, itself or in a range. Absent if they list no house of the street. */
  listed?: boolean;
  /** Six digits. */
  postcode?: string;
  /** Eleven digits. */
  okato?: string;
}

/** In КЛАДР a range up to 998 or 999 has no end: `Н(1-999)` is all odd houses. */
const OPEN_END = 998;

// How well an item of a house list fits a house. A greater number is a better fit.
const NO_FIT = 0;
/** The item is all houses, or all odd or even ones: «Другие», «Н». */
const CATCH_ALL = 1;
/** The house has a letter, and its number is in the range: «7а» and `Н(1-53)`. */
const NUMBER_IN_RANGE = 2;
/** The house is in the range: «7» and `Н(1-53)`. */
const IN_RANGE = 3;
/** The item is the house itself. */
const EXACT = 4;

/** How well `item` of a list fits `house`, which is normalized. */
function fitOf(item: string, house: string): number {
  const text = item.toLowerCase();
  if (text === 'все' || text === 'другие') return CATCH_ALL;
  // «н», «1-53», «ч(2-60)»: parity «н» is odd, «ч» even, empty both; `from` and `to` are missing in «н».
  const [, parity, from, to] = /^([нч]?)(?:\(?(\d+)-(\d+)\)?)?$/.exec(text) ?? [];
  if (parity === undefined) return isSameHouse(text, house) ? EXACT : NO_FIT;
  const number = parseInt(house);
  if (!number || (parity && (number % 2 === 1) !== (parity === 'н'))) return NO_FIT;
  if (!from || !to) return parity ? CATCH_ALL : NO_FIT;
  const isInside = Number(from) <= number && (number <= Number(to) || Number(to) >= OPEN_END);
  if (!isInside) return NO_FIT;
  return String(number) === house ? IN_RANGE : NUMBER_IN_RANGE;
}

/** Whether an item that is no range is this house. «46_48» and «46-48» are two ways to write a house with two numbers. */
function isSameHouse(item: string, house: string): boolean {
  if (item === house) return true;
  // Spelling takes time, and few items have the same digits.
  const digits = (text: string) => text.match(/\d/g)?.sort().join('');
  const spelling = (text: string) => normalizeHouse(text).replaceAll('_', '-');
  return digits(item) === digits(house) && spelling(item) === spelling(house);
}

/**
 * Looks a house up in the rows of its street. `house` is {@link normalizeHouse normalized}. The item that fits best decides, the
 * first of equal ones.
 *
 * @example findHouse([{ list: 'Н(1-53)', postcode: '656049', okato: '' }], '7') // { house: '7', listed: true, postcode: '656049' }
 */
export function findHouse(rows: readonly HouseRow[], house: string): KnownHouse {
  let best = NO_FIT;
  let row: HouseRow | undefined;
  let spelling = house;
  // «29/2» may mean «29к2», and the other way round; but only an exact item of the data proves it.
  const otherSpelling = house.includes('/') ? house.replace('/', 'к') : house.replace(/(\d)к(?=\d)/, '$1/');
  for (const wanted of new Set([house, otherSpelling])) {
    if (best === EXACT) break;
    for (const candidate of rows)
      for (const item of candidate.list.split(',')) {
        const fit = fitOf(item, wanted);
        if (fit <= best || (wanted !== house && fit < EXACT)) continue;
        best = fit;
        row = candidate;
        if (fit === EXACT) spelling = item.toLowerCase();
      }
  }
  const { postcode, okato } = row ?? {};
  const listed = rows.length > 0 && { listed: best >= IN_RANGE };
  return { house: spelling, ...listed, ...(postcode && { postcode }), ...(okato && { okato }) };
}
