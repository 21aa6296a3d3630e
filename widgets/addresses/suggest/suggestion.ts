import { locateWords } from '../../text/words.ts';
import type { KnownHouse } from '../index/known-house.ts';
import type { AddressObject } from '../index/region-files.ts';
import { isArea, type Locality } from '../index/region.ts';
import type { Match } from '../search/match.ts';
import type { TypedWord } from '../search/typed-word.ts';

/** A piece of an address, as the data name it. */
interface Part {
  level: 'region' | 'district' | 'town' | 'settlement' | 'street';
  name: string;
  /** Short form, e.g. `с`. */
  type: string;
  /** КЛАДР code: 13 digits, of a street 17. */
  kladr: string;
}

/** A part of a line, `[from, to)`, that answers to what was typed. */
type Mark = [from: number, to: number];

/** An address that may be meant, structured and as a line. */
export interface Suggestion {
  /** The address as people read it, e.g. «Барнаул, пр-кт Ленина, 12, кв 5». */
  line: string;
  /** What the line says of place and street, e.g. `['Павловский р-н', 'с Павловск', 'ул Ленина']`. */
  names: string[];
  kind: 'district' | 'locality' | 'street' | 'house';
  /** КЛАДР code of the place (13 digits) or the street (17), with the status 00. */
  kladr: string;
  okato?: string;
  oktmo?: string;
  postcode?: string;
  /** As the data spell it, else in one spelling: `12а`, `65/1`, `29к2`. */
  house?: string;
  /** Of a house in a street whose houses the data name: whether it is among them. One that is not is as good an address. */
  listed?: boolean;
  flat?: string;
  /** The former name by which it was found, e.g. «ул Чеканка»; the line has the present one. */
  former?: string;
  /** How it answers to what was typed: whole words, beginnings of words, mended words, or only a part of the words. */
  sure: 'exact' | 'prefix' | 'typo' | 'part';
  marks: Mark[];
  /** What it lies in and is, from the region down. */
  parts: Part[];
}

/** What stands between two pieces of a line. */
const COMMA = ', ';

/** What a suggestion is made of, besides what was found. */
interface SuggestionDetails extends Pick<Suggestion, 'sure'> {
  tokens: readonly TypedWord[];
  house?: KnownHouse | undefined;
  flat?: string | undefined;
}

export function suggestionOf(
  found: AddressObject & Pick<Match, 'former'>,
  details: SuggestionDetails,
): Suggestion {
  const { locality, street, former } = found;
  const { tokens, sure, house, flat } = details;
  const own = street ?? locality;
  const parts = partsOf(found);
  const names = namesOf(parts);
  const marks = marksIn(names.join(COMMA), tokens);
  const pieces = [...names];
  for (const end of houseAndFlatOf(house?.house, flat)) {
    pieces.push(end);
    const { length } = pieces.join(COMMA);
    marks.push([length - end.length, length]);
  }
  return {
    line: pieces.join(COMMA),
    names,
    kind: house ? 'house' : kindOf(found),
    kladr: `${own.code}00`,
    ...optionalProperty('okato', house?.okato ?? (own.okato || locality.okato)),
    ...optionalProperty('oktmo', own.oktmo || locality.oktmo),
    ...optionalProperty('postcode', house?.postcode ?? own.postcode),
    ...(house && { house: house.house }),
    ...(house?.listed !== undefined && { listed: house.listed }),
    ...optionalProperty('flat', flat),
    ...(former && { former: `${former.type} ${former.name}` }),
    sure,
    marks,
    parts,
  };
}

/** A town is known without what it lies in; the region goes without saying. */
function namesOf(parts: readonly Part[]): string[] {
  const places = parts.filter(({ level }) => level !== 'street').length;
  const isShort = places === 1 || parts[places - 1]?.type === 'г';
  return parts.slice(isShort ? places - 1 : 1).map(labelOf);
}

/** Towns go without type, districts («Павловский р-н») have it behind. */
function labelOf({ level, name, type }: Part): string {
  if (type === 'г' && level !== 'street') return name;
  return level === 'region' || level === 'district' ? `${name} ${type}` : `${type} ${name}`;
}

/** What stands behind the names in a line. */
export const houseAndFlatOf = (house?: string, flat?: string): string[] => [
  ...(house ? [house] : []),
  ...(flat ? [`кв ${flat}`] : []),
];

const optionalProperty = <Key extends string>(key: Key, value: string | undefined) =>
  (value ? { [key]: value } : {}) as Partial<Record<Key, string>>;

const kindOf = ({ locality, street }: AddressObject) =>
  street ? 'street' : isArea(locality) ? 'district' : 'locality';

function partsOf({ locality, street }: AddressObject): Part[] {
  const parts = [...locality.parents].reverse().concat(locality).map(partOf);
  return street ? [...parts, { level: 'street', ...named(street) }] : parts;
}

const partOf = (locality: Locality): Part => ({ level: levelOf(locality), ...named(locality) });

function levelOf({ code }: Locality): Part['level'] {
  if (!code.endsWith('000')) return 'settlement';
  if (!code.endsWith('000000')) return 'town';
  return code.endsWith('000000000') ? 'region' : 'district';
}

const named = ({ name, type, code }: Pick<Locality, 'name' | 'type' | 'code'>) => ({
  name,
  type,
  kladr: `${code}00`,
});

/** What tokens name, each word once. */
function marksIn(text: string, tokens: readonly TypedWord[]): Mark[] {
  const free = locateWords(text);
  const marks = tokens.flatMap((token): Mark[] => {
    let best = Infinity;
    let at = -1;
    free.forEach((word, i) => {
      const cost = token.costAs(word.text);
      if (cost < best) [best, at] = [cost, i];
    });
    const [word] = at < 0 ? [] : free.splice(at, 1);
    return word ? [[word.start, word.start + Math.min(token.text.length, word.text.length)]] : [];
  });
  return marks.sort(([a], [b]) => a - b);
}
