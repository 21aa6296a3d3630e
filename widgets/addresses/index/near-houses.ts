import type { HouseRow } from './houses.ts';

/** Most houses that are given. */
const LIMIT = 3;

/**
 * The listed houses whose numbers are nearest to that of a house, in the order of their numbers. `house` is normalized.
 *
 * @example nearHouses([{ list: 'Ч(2-60),12А', postcode: '', okato: '' }], '12б') // ['10', '12', '12а']
 */
export function nearHouses(rows: readonly HouseRow[], house: string): string[] {
  const number = parseInt(house);
  if (!number) return [];
  const distance = (listed: string) => Math.abs(parseInt(listed) - number);
  const listed = new Set(
    rows.flatMap(({ list }) => list.split(',').flatMap((item) => housesOf(item, number))),
  );
  return [...listed]
    .sort((a, b) => distance(a) - distance(b) || compareHouses(a, b))
    .slice(0, LIMIT)
    .sort(compareHouses);
}

/** By the number, then by what stands behind it: 2, 12, 12а. */
const compareHouses = (a: string, b: string) => parseInt(a) - parseInt(b) || a.localeCompare(b);

/** The houses of an item of a list, of a range only those around `number`: of «Н(1-53)» 3, 5, 7, 9 for 6. None for «Другие» or «Н». */
function housesOf(item: string, number: number): string[] {
  const text = item.toLowerCase();
  const [, parity, from, to] = /^([нч]?)\(?(\d+)-(\d+)\)?$/.exec(text) ?? [];
  if (!from || !to) return /^\d/.test(text) ? [text] : [];
  const step = parity ? 2 : 1;
  const [first, last] = [Number(from), Number(to)];
  const nearest = first + step * Math.round((Math.min(Math.max(number, first), last) - first) / step);
  return Array.from({ length: 2 * LIMIT + 1 }, (_, i) => nearest + step * (i - LIMIT))
    .filter((listed) => listed >= first && listed <= last)
    .map(String);
}
