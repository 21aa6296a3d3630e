import type { KnownHouse } from '../index/houses.ts';
import type { Street } from '../index/bundle.ts';
import type { Found } from '../search/cost-table.ts';
import { isArea, type Locality } from '../index/region.ts';
import type { Token } from '../search/tokens.ts';
import { lettersOf, wordsAt } from '../../text/typed.ts';
import { cost } from '../index/word-index.ts';

/** A part of a line, `[from, to)`, that answers to what was typed. */
export type Mark = [from: number, to: number];

export interface Part {
  level: 'region' | 'district' | 'town' | 'settlement' | 'street';
  name: string;
  /** Short form, e.g. `с`. */
  type: string;
  /** КЛАДР code: 13 digits, of a street 17. */
  kladr: string;
}

export interface Suggestion {
  /** The address as people read it, e.g. «Барнаул, пр-кт Ленина, 12, кв 5». */
  line: string;
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
  /** What the line is made of, from the region down. */
  parts: Part[];
}

/** What a suggestion is made of, besides what was found. */
interface Details {
  tokens: Token[];
  sure: Suggestion['sure'];
  house?: KnownHouse;
  flat?: string | undefined;
}

/** How a locality is called: towns go without type, districts («Павловский р-н») have it behind. */
function called({ name, type, code }: Pick<Locality, 'name' | 'type' | 'code'>): string {
  if (type === 'г') return name;
  return code.endsWith('000000') ? `${name} ${type}` : `${type} ${name}`;
}

const some = <Key extends string>(key: Key, value: string | undefined) =>
  (value ? { [key]: value } : {}) as Partial<Record<Key, string>>;

export function suggestionOf(found: Found, { tokens, sure, house, flat }: Details): Suggestion {
  const { locality, street, former } = found;
  // A town is known without what it lies in; the region goes without saying.
  const above = locality.type === 'г' ? [] : locality.parents.slice(0, -1).reverse();
  const shown = [...above, locality].map(called);
  if (street) shown.push(`${street.type} ${street.name}`);
  const marks = marksIn(shown.join(', '), tokens);
  for (const part of [house?.house, flat && `кв ${flat}`]) {
    if (!part) continue;
    shown.push(part);
    const end = shown.join(', ').length;
    marks.push([end - part.length, end]);
  }
  const own = street ?? locality;
  return {
    line: shown.join(', '),
    kind: house ? 'house' : street ? 'street' : isArea(locality) ? 'district' : 'locality',
    kladr: `${own.code}00`,
    ...some('okato', house?.okato ?? (own.okato || locality.okato)),
    ...some('oktmo', own.oktmo || locality.oktmo),
    ...some('postcode', house?.postcode ?? own.postcode),
    ...(house && { house: house.house }),
    ...(house?.listed !== undefined && { listed: house.listed }),
    ...some('flat', flat),
    ...(former && { former: `${former.type} ${former.name}` }),
    sure,
    marks,
    parts: partsOf(locality, street),
  };
}

function partsOf(locality: Locality, street?: Street): Part[] {
  const parts = [...locality.parents].reverse().concat(locality).map(partOf);
  if (street) parts.push({ level: 'street', ...named(street) });
  return parts;
}

const named = ({ name, type, code }: Pick<Locality, 'name' | 'type' | 'code'>) => ({
  name,
  type,
  kladr: `${code}00`,
});

function partOf(locality: Locality): Part {
  const { code } = locality;
  const level = !code.endsWith('000')
    ? 'settlement'
    : !code.endsWith('000000')
      ? 'town'
      : code.endsWith('000000000')
        ? 'region'
        : 'district';
  return { level, ...named(locality) };
}

function marksIn(text: string, tokens: Token[]): Mark[] {
  const free = wordsAt(text);
  const marks = tokens.flatMap((token): Mark[] => {
    let best = Infinity;
    let at = -1;
    free.forEach((word, i) => {
      const price = cost(token, word.text, lettersOf(word.text));
      if (price < best) [best, at] = [price, i];
    });
    const [word] = at < 0 ? [] : free.splice(at, 1);
    return word ? [[word.at, word.at + Math.min(token.text.length, word.text.length)]] : [];
  });
  return marks.sort(([a], [b]) => a - b);
}
