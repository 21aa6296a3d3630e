import type { KnownHouse } from '../index/known-house.ts';
import type { AddressObject } from '../index/region-files.ts';
import { isArea, type Locality } from '../index/region.ts';
import type { Match } from '../search/match.ts';
import type { TypedWord } from '../search/typed-word.ts';
import { writeLine, type HighlightRange } from './suggestion-line.ts';

/** A level of an address. A territory is a part of a locality with streets of its own: «тер. СНТ Заря», «мкр Солнечный». */
interface SuggestionPart {
  level: 'region' | 'district' | 'town' | 'settlement' | 'territory' | 'street';
  /** Without the type: «Павловск». */
  name: string;
  /** Short form, e.g. `с`. */
  type: string;
  /** КЛАДР code with the status 00: 13 digits, of a street or territory 17. Some territories have none. */
  kladr?: string;
}

/** An address that may be meant, as a line and structured. */
export interface Suggestion {
  /** The address as people read it, e.g. «Барнаул, пр-кт Ленина, 12, кв 5». */
  line: string;
  /** The line without house and flat, e.g. `['Павловский р-н', 'с Павловск', 'ул Ленина']`. */
  names: string[];
  /** The finest level of the address. */
  kind: 'district' | 'locality' | 'street' | 'house';
  /** КЛАДР code of the locality (13 digits) or the street (17), with the status 00. */
  kladr: string;
  /** GUID (OBJECTGUID) in ГАР of what `kladr` names. Only in answers of `resolve` and `parse`, if the data have it. */
  fias?: string;
  /** Eleven digits; absent if it is unknown. */
  okato?: string;
  /** Eleven digits; absent if it is unknown. */
  oktmo?: string;
  /** Six digits; absent if it is unknown, and for a street whose houses have several. */
  postcode?: string;
  /** Absent if none was typed. As the data spell it, or else in the one spelling of `normalizeHouse`: `12а`, `65/1`, `29к2`. */
  house?: string;
  /** Whether the data list the house. Absent if they list no house of the street. A house that is not listed is valid too. */
  listed?: boolean;
  /** Absent if none was typed. */
  flat?: string;
  /** The former name that was typed, e.g. «ул Чеканка»; the line has the current one. */
  former?: string;
  /** How well it fits what was typed: whole words, beginnings of words, misspelt words, or only a part of the words. */
  sure: 'exact' | 'prefix' | 'typo' | 'part';
  /** What to highlight in the line, from left to right. */
  marks: HighlightRange[];
  /** All levels of the address, from the region down to the street. */
  parts: SuggestionPart[];
}

/** What a suggestion needs besides its locality and street. `tokens` are highlighted. */
interface SuggestionDetails extends Pick<Suggestion, 'sure'> {
  tokens: readonly TypedWord[];
  house?: KnownHouse | undefined;
  flat?: string | undefined;
  fias?: string | undefined;
}

/** Makes the suggestion for a locality or street, with house and flat if they were typed. */
export function suggestionOf(
  object: AddressObject & Pick<Match, 'former'>,
  details: SuggestionDetails,
): Suggestion {
  const { former } = object;
  const { tokens, sure, house, flat, fias } = details;
  const parts = partsOf(object);
  const names = namesOf(parts);
  return {
    ...writeLine(names, houseAndFlatOf(house?.house, flat), tokens),
    names,
    kind: house ? 'house' : kindOf(object),
    ...codesOf(object, house),
    ...optionalProperty('fias', fias),
    ...(house && { house: house.house }),
    ...(house?.listed !== undefined && { listed: house.listed }),
    ...optionalProperty('flat', flat),
    ...(former && { former: `${former.type} ${former.name}` }),
    sure,
    parts,
  };
}

/** Codes of the house if the data have them, else of the street, else of the locality. A street takes no postcode of its locality. */
function codesOf({ locality, street }: AddressObject, house: KnownHouse | undefined) {
  const object = street ?? locality;
  return {
    kladr: `${object.code}00`,
    ...optionalProperty('okato', house?.okato ?? (object.okato || locality.okato)),
    ...optionalProperty('oktmo', object.oktmo || locality.oktmo),
    ...optionalProperty('postcode', house?.postcode ?? object.postcode),
  };
}

/** The names in a line. No district stands before a town («Барнаул, ул Ленина»). The region is left out, unless it is the address. */
function namesOf(parts: readonly SuggestionPart[]): string[] {
  const localityCount = parts.filter(({ level }) => level !== 'street' && level !== 'territory').length;
  const isRegionOrTown = localityCount === 1 || parts[localityCount - 1]?.type === 'г';
  return parts.slice(isRegionOrTown ? localityCount - 1 : 1).map(labelOf);
}

/** A name with its type: before it («ул Ленина»), for districts after it («Павловский р-н»), for towns none («Барнаул»). */
function labelOf({ level, name, type }: SuggestionPart): string {
  if (type === 'г' && level !== 'street' && level !== 'territory') return name;
  return level === 'region' || level === 'district' ? `${name} ${type}` : `${type} ${name}`;
}

/**
 * The parts of a line after the names.
 *
 * @example houseAndFlatOf('12', '5') // ['12', 'кв 5']
 */
export const houseAndFlatOf = (house?: string, flat?: string): string[] => [
  ...(house ? [house] : []),
  ...(flat ? [`кв ${flat}`] : []),
];

/** `{ [key]: value }`, or an empty object if there is no value. */
const optionalProperty = <Key extends string>(key: Key, value: string | undefined) =>
  (value ? { [key]: value } : {}) as Partial<Record<Key, string>>;

/** `Suggestion.kind` without a house. */
const kindOf = ({ locality, street }: AddressObject) =>
  street ? 'street' : isArea(locality) ? 'district' : 'locality';

/** `Suggestion.parts`: parents from the region down, the locality, the territories in it, the street. */
function partsOf({ locality, street }: AddressObject): SuggestionPart[] {
  const parts = [...locality.parents].reverse().concat(locality).map(partOf);
  if (!street) return parts;
  const territories = street.territories.map((territory) => ({
    level: 'territory' as const,
    ...nameAndCode(territory),
  }));
  return [...parts, ...territories.reverse(), { level: 'street', ...nameAndCode(street) }];
}

const partOf = (locality: Locality): SuggestionPart => ({
  level: levelOf(locality),
  ...nameAndCode(locality),
});

/** The level of a locality, from the zeros at the end of its code: `22000001000` is a town, for its last three digits are zeros. */
function levelOf({ code }: Locality): SuggestionPart['level'] {
  if (!code.endsWith('000')) return 'settlement';
  if (!code.endsWith('000000')) return 'town';
  return code.endsWith('000000000') ? 'region' : 'district';
}

const nameAndCode = ({ name, type, code }: Pick<Locality, 'name' | 'type' | 'code'>) => ({
  name,
  type,
  ...optionalProperty('kladr', code && `${code}00`),
});
