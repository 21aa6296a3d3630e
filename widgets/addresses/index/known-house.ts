import { normalizeHouse } from './house-number.ts';
import type { HouseRow } from './houses.ts';

/** What the data say of a house. */
export interface KnownHouse {
  /** As the data spell it, or as it was asked for. */
  house: string;
  /** Whether the data name it: itself, or its number in a range. Unknown where they name no house of the street. */
  listed?: boolean;
  postcode?: string;
  okato?: string;
}

/** From here on a range has no end. */
const OPEN_END = 998;

/** How an item of a list answers to a house. The better the greater. */
const NO_FIT = 0;
/** All houses, or all of its parity: «Н», «Другие». */
const CATCH_ALL = 1;
/** A range that has the number before its letter: `Н(1-53)` for «7а». */
const NUMBER_IN_RANGE = 2;
const IN_RANGE = 3;
const EXACT = 4;

function fitOf(item: string, house: string): number {
  const number = parseInt(house);
  const own = item.toLowerCase();
  if (own === house || (parseInt(own) === number && normalizeHouse(own) === house)) return EXACT;
  if (own === 'все' || own === 'другие') return CATCH_ALL;
  const [, parity, from, to] = /^([нч]?)(?:\(?(\d+)-(\d+)\)?)?$/.exec(own) ?? [];
  if (parity === undefined || !number) return NO_FIT;
  if (parity && (number % 2 === 1) !== (parity === 'н')) return NO_FIT;
  if (!from || !to) return parity ? CATCH_ALL : NO_FIT;
  const isInside = Number(from) <= number && (number <= Number(to) || Number(to) >= OPEN_END);
  if (!isInside) return NO_FIT;
  return String(number) === house ? IN_RANGE : NUMBER_IN_RANGE;
}

/**
 * What rows of a street say of a house, which is {@link normalizeHouse normalized}. The first of the best rows counts.
 *
 * @example lookUp([{ list: 'Н(1-53)', postcode: '656049', okato: '' }], '7') // { house: '7', listed: true, postcode: '656049' }
 */
export function findHouse(rows: readonly HouseRow[], house: string): KnownHouse {
  let best = NO_FIT;
  let row: HouseRow | undefined;
  let spelling = house;
  // «29/2» is «29к2» only where the data say so.
  const other = house.includes('/') ? house.replace('/', 'к') : house.replace(/(\d)к(?=\d)/, '$1/');
  for (const wanted of new Set([house, other])) {
    if (best === EXACT) break;
    for (const one of rows)
      for (const item of one.list.split(',')) {
        const fits = fitOf(item, wanted);
        if (fits <= best || (wanted !== house && fits < EXACT)) continue;
        best = fits;
        row = one;
        if (fits === EXACT) spelling = item.toLowerCase();
      }
  }
  const { postcode, okato } = row ?? {};
  const listed = rows.length > 0 && { listed: best >= IN_RANGE };
  return { house: spelling, ...listed, ...(postcode && { postcode }), ...(okato && { okato }) };
}
