/** How long lists of services are cut: pages, letters, and the small index by which the script of the list filters. */

/** Services on one page of a list. */
export const PAGE_SIZE = 50;

/** Letters in addresses, as transliteration writes them. */
const LETTERS: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k' },
  ...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts' },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ы: 'yi', э: 'eh', ю: 'yu', я: 'ya' },
};

/**
 * The letter that a name stands under, and how it is written in an address. Names that begin with no Russian letter stand under «#».
 *
 * @example letterOf('Выдача паспорта') // { title: 'В', value: 'v' }
 */
export function letterOf(name: string): { title: string; value: string } {
  const first = /[а-яё]/iu.exec(name.slice(0, 2))?.[0].toLowerCase() ?? '';
  const value = LETTERS[first];
  return value === undefined ? { title: '#', value: 'other' } : { title: first.toUpperCase(), value };
}

/**
 * The address of a page of a list: its first page has no number.
 *
 * @example listAddress('level/municipal', 2) // '/services/by/level/municipal/2/'
 * @example listAddress('all', 1) // '/services/'
 */
export const listAddress = (list: string, page = 1): string => {
  if (list === 'all' && page === 1) return '/services/';
  return `/services/by/${list}/${page > 1 ? `${page}/` : ''}`;
};

/** How many pages a list of so many services has; one of none has one. */
export const pageCount = (services: number): number => Math.max(1, Math.ceil(services / PAGE_SIZE));

/** One filter as the script of the list knows it. */
interface IndexedFilter {
  /** `level`. */
  name: string;
  /** «Уровень». */
  title: string;
  /** «все уровни». */
  noFilterLabel: string;
  /** Which services each option leaves: their places in the list of all, each as the distance from the one before. */
  options: { value: string; title: string; distances: readonly number[] }[];
}
/** `/services/index.json`. */
export interface ServiceIndex {
  /** How many services there are. */
  count: number;
  filters: IndexedFilter[];
}

/**
 * Places in rising order as distances: small numbers, which compress well.
 *
 * @example distancesOf([3, 4, 9]) // [3, 1, 5]
 */
export const distancesOf = (places: readonly number[]): number[] =>
  places.map((place, i) => place - (places[i - 1] ?? 0));

/** The places that distances stand for. */
export function placesOf(distances: readonly number[]): number[] {
  let place = 0;
  return distances.map((distance) => (place += distance));
}
