import { endings, numbers } from './format.ts';
import { fold, likeRussian } from '../../text/typed.ts';

/**
 * A house in folded text: number with letter and fraction, корпус, строение. For use in a larger expression; see
 * {@link houseOf} for its groups.
 */
export const HOUSE =
  '(?<number>\\d{1,4}(?:[а-иклмнопрстуфхцчшщэю]| [а-ил-рт-э](?= |$))?(?:\\/\\d{1,4}[а-я]?)?(?:-\\d{1,4})?)' +
  '(?: ?(?:к|корп|корпус) ?(?<block>\\d{1,4}[а-я]?))?(?: ?(?:с|стр|строение) ?(?<building>\\d{1,4}))?';
const ALONE = new RegExp(`^(?:д|дом|вл|влд|владение)? ?${HOUSE}$`);

export const houseOf = (groups: Record<string, string | undefined>): string =>
  [
    groups['number']?.replace(' ', ''),
    groups['block'] && `к${groups['block']}`,
    groups['building'] && `стр${groups['building']}`,
  ].join('');

/** Folded text with single spaces, of which a house may be read. */
export const plain = (text: string): string =>
  fold(text)
    .replace(/(?<![а-я])лит(?:ера?)?(?=[ .]*[а-я](?:[^а-я]|$))|дробь(?= *\d)/g, (word) =>
      word === 'дробь' ? '/' : '',
    )
    .replace(/[^\p{L}\d/-]+/gu, ' ')
    .replace(/ *\/ */g, '/')
    // «12-а» is a house, «2-я» and «3-е» are names.
    .replace(/(\d)-(?=[а-дж-ик-ю](?:[^а-я]|$))/g, '$1')
    .trim();

/** One spelling for the many of a house: «29 корп. 2» and «д.29К2» are `29к2`. What is no house stays, without spaces. */
export function normalizeHouse(text: string): string {
  const folded = plain(Array.from(fold(text), likeRussian).join(''));
  const { groups } = ALONE.exec(folded) ?? {};
  return groups ? houseOf(groups) : folded.replaceAll(' ', '');
}

/** A row of DOMA: a list of houses that share postcode and ОКАТО, e.g. `Н(1-53),2А,65/1`. */
export interface HouseRow {
  list: string;
  postcode: string;
  okato: string;
}

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

/** How an item of a list answers to a house: 4 is itself, 3 a range of its number, 2 of the number before its letter, 1 a rest. */
function fit(item: string, house: string): number {
  const number = parseInt(house);
  const own = item.toLowerCase();
  if (own === house || (parseInt(own) === number && normalizeHouse(own) === house)) return 4;
  if (own === 'все' || own === 'другие') return 1;
  const [, parity, from, to] = /^([нч]?)(?:\(?(\d+)-(\d+)\)?)?$/.exec(own) ?? [];
  if (parity === undefined || !number || (parity && (number % 2 === 1) !== (parity === 'н'))) return 0;
  if (!from || !to) return parity ? 1 : 0;
  const isInside = Number(from) <= number && (number <= Number(to) || Number(to) >= OPEN_END);
  return isInside ? (String(number) === house ? 3 : 2) : 0;
}

/** What rows of a street say of a house, which is {@link normalizeHouse normalized}. The first of the best rows counts. */
export function lookUp(rows: readonly HouseRow[], house: string): KnownHouse {
  let best = 0;
  let row: HouseRow | undefined;
  let spelling = house;
  // «29/2» is «29к2» only where the data say so.
  const other = house.includes('/') ? house.replace('/', 'к') : house.replace(/(\d)к(?=\d)/, '$1/');
  for (const wanted of new Set([house, other])) {
    if (best === 4) break;
    for (const one of rows)
      for (const item of one.list.split(',')) {
        const fits = fit(item, wanted);
        if (fits <= best || (wanted !== house && fits < 4)) continue;
        best = fits;
        row = one;
        if (fits === 4) spelling = item.toLowerCase();
      }
  }
  const { postcode, okato } = row ?? {};
  const listed = rows.length > 0 && { listed: best > 2 };
  return { house: spelling, ...listed, ...(postcode && { postcode }), ...(okato && { okato }) };
}

/** The houses of many streets. */
export class Houses {
  readonly #templates: string[];
  readonly #columns: string[];
  #rows: HouseRow[][] | undefined;

  constructor(templates: string[], columns: string[]) {
    this.#templates = templates.map(String);
    this.#columns = columns;
  }

  /** The rows of the street with this number among those of the file. */
  of(street: number): HouseRow[] {
    this.#rows ??= this.#decode();
    return this.#rows[street] ?? [];
  }

  #decode(): HouseRow[][] {
    const [counts, lengths, kinds, values, postcodes, okatos] = this.#columns;
    const [length, kind, value] = [numbers(lengths), numbers(kinds), numbers(values)];
    const [postcode, okato] = [endings(postcodes, 6), endings(okatos, 11)];
    let r = 0;
    let k = 0;
    let v = 0;
    const item = () => {
      let before = 0;
      return (this.#templates[kind[k++] ?? 0] ?? '').replace(/[#+>]/g, (sign) => {
        const written = value[v++] ?? 0;
        before = sign === '#' ? written : before + (sign === '+' ? 2 * written : written);
        return String(before);
      });
    };
    return numbers(counts).map((rows) =>
      // A damaged file may name any number.
      Array.from({ length: Math.min(rows, length.length - r) }, () => {
        const list = Array.from({ length: Math.min(length[r] ?? 0, kind.length - k) }, item).join();
        const row = { list, postcode: postcode[r] ?? '', okato: okato[r] ?? '' };
        r++;
        return row;
      }),
    );
  }
}
