import { foldHouse } from './house-patterns.ts';
import { HouseText } from './house-text.ts';
import { BLOCK_KINDS, PLOT_KINDS, type HouseKind } from './house-words.ts';

/** What stands behind the names of an address, as far as it was typed. */
export interface HouseReading {
  /** In its one spelling: `12а`, `29к2стр1`. */
  house?: string;
  /** Without the word before it: `5`, `12а`. */
  flat?: string;
  /**
   * A house that is meant only if the data list it: «стр 191», «А», «12-14». If they do, it stands for `house`, and «12-4» is no flat
   * 4. If not, and there is no `house`, the text says nothing of a house.
   */
  ifListed?: string;
  /** `ifListed` as it was typed. */
  typedHouse?: string;
  /** What else was typed, as it was typed: `['подъезд 3', 'код 12']`. */
  details?: string[];
  /** True if a word was begun at the end: «12 кв», «12 корп». The word is ignored. */
  isUnfinished?: boolean;
}

/** A house at the end of a line. */
export interface HouseAtEnd extends HouseReading {
  /** What stands in front of it: «Барнаул, Ленина, ». */
  before: string;
  /** The house with its parts, as it was typed: «д. 12, кв 5». */
  ending: string;
}

/**
 * Reads a text that has to be nothing but a house with its parts: what stands behind a chosen street. `undefined`: it is not wholly
 * understood. A text without a house may have other parts: `{ flat: '5' }`.
 *
 * @example readHouse(', д. 12 корп 2, подъезд 3, кв 5') // { house: '12к2', flat: '5', details: ['подъезд 3'] }
 * @example readHouse('за мостом') // undefined
 */
export function readHouse(text: string): HouseReading | undefined {
  const parts = new HouseText(text);
  return parts.read() ? readingOf(parts) : undefined;
}

/**
 * Reads the house at the end of a line: from each place from which {@link readHouse} understands all the rest, the longest first, up
 * to the first that is clear. A line without a house gives an empty list.
 *
 * @example readHousesAtEnd('Ленина, д. 12, кв 5') // [{ before: 'Ленина, ', ending: 'д. 12, кв 5', house: '12', flat: '5' }]
 * @example readHousesAtEnd('Западная 2 5') // house 2 with flat 5; and house 5 with «Западная 2» before it
 * @example readHousesAtEnd('барн стр 5') // «стр 5», if the data list it; and house 5 with «барн стр» before it, as in «Строителей»
 */
export function readHousesAtEnd(line: string): HouseAtEnd[] {
  const found: HouseAtEnd[] = [];
  for (const { index } of foldHouse(line).matchAll(POSSIBLE_START)) {
    const [before, ending] = [line.slice(0, index), line.slice(index)];
    const reading = MAY_BE_HOUSE.test(ending) ? readHouse(ending) : undefined;
    const { house, ifListed, flat } = reading ?? {};
    if (house ?? ifListed) found.push({ before, ending, ...reading });
    // «Ленина кв 5» has no house 5.
    if (house ? !TWO_NUMBERS.test(ending) : flat) break;
  }
  return found;
}

/** What stands behind a house, at the end of a line that has the house before other words. */
interface FlatAtEnd extends Pick<HouseReading, 'flat' | 'details' | 'isUnfinished'> {
  /** What stands in front of it. */
  before: string;
}

/**
 * Reads flat, floor and the like at the end of a line, where no house stands in front of them.
 *
 * @example readFlatAtEnd('барнаул, подъезд 3, кв 5') // { before: 'барнаул, ', flat: '5', details: ['подъезд 3'] }
 */
export function readFlatAtEnd(line: string): FlatAtEnd {
  for (const { index } of foldHouse(line).matchAll(POSSIBLE_START)) {
    const reading = readHouse(line.slice(index));
    const { house, ifListed, flat, details } = reading ?? {};
    if ((flat ?? details) && !house && !ifListed) return { before: line.slice(0, index), ...reading };
  }
  return { before: line };
}

/** House and flat without words: the first number may as well belong to a name. */
const TWO_NUMBERS = /^\d+\p{L}?[\s,.-]+\d+\p{L}?\s*$/u;
/** It has a digit, or a word before a letter: «корпус А». A letter alone begins a word. */
const MAY_BE_HOUSE = /\d|^\p{L}{2,}\P{L}/u;
/**
 * Where a house may begin: at a word, or a number of up to four digits (not «2я»); also behind a long word without a space, as in
 * «ленина12».
 */
const POSSIBLE_START = /(?<![а-я\d/\\_-])(?:[а-я]|\d(?!\d*я|\d{4}))|(?<=[а-я]{3})\d/g;

/** What was read, as house and flat. */
function readingOf(parts: HouseText): HouseReading {
  const { numbers, plots, hyphenated, isUnfinished } = parts;
  const withWord = (kinds: readonly HouseKind[]) =>
    kinds.flatMap((kind) => (numbers.has(kind) ? [kind + (numbers.get(kind) ?? '')] : [])).join('');
  const [number = '', flat] = [numbers.get(''), numbers.get('кв')];
  const blocks = withWord(BLOCK_KINDS);
  const isHouse = /^\d/.test(number);
  const details = isHouse ? [...plots, ...parts.details] : parts.details;
  const house = number + hyphenated + blocks;
  const isClear = isHouse && (!hyphenated || blocks || flat);
  // A literal alone is the letter: «литера А» is «А».
  const ifListed = isHouse ? house : (withWord(PLOT_KINDS) + house).replace(/^лит(?=[а-я]$)/, '');
  return {
    ...(isClear ? { house } : hyphenated && isHouse ? hyphenatedFlat(number, hyphenated) : {}),
    ...(flat && { flat }),
    ...(!isClear && ifListed && { ifListed, typedHouse: parts.typedHouse }),
    ...(details.length > 0 && { details }),
    ...(isUnfinished && { isUnfinished }),
  };
}

/** Most that the second number of a double house is above the first: «12-14», «15-19». */
const MAX_DOUBLE_STEP = 10;

/** «12-4» as house and flat, unless it looks like a house with two numbers. */
function hyphenatedFlat(house: string, hyphenated: string): Pick<HouseReading, 'house' | 'flat'> {
  const flat = hyphenated.slice(1);
  const step = parseInt(flat) - parseInt(house);
  const looksDouble = !house.includes('/') && step > 0 && step <= MAX_DOUBLE_STEP;
  return looksDouble || flat.includes('-') ? {} : { house, flat };
}
