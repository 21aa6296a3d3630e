import type { KnownHouse } from '../index/known-house.ts';
import type { AddressObject } from '../index/region-files.ts';
import { isArea } from '../index/region.ts';
import type { Match } from '../search/match.ts';
import type { TypedWord } from '../search/typed-word.ts';
import { writeLine, type HighlightRange } from './suggestion-line.ts';
import { namesOf, partsOf, type SuggestionPart } from './suggestion-parts.ts';

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
  /** `false` for a place in which the data have no streets: the house follows directly. */
  hasStreets?: false;
  /** The former name that was typed, e.g. «ул Чеканка»; the line has the current one. */
  former?: string;
  /** What was typed and is not in the data, as it was typed; it stands at the end of the line, and has no part in the codes. */
  unknown?: string;
  /** How well it fits what was typed: whole words, beginnings of words, misspelt words, or only a part of the words. */
  sure: 'exact' | 'prefix' | 'typo' | 'part';
  /** What to highlight in the line, from left to right. */
  marks: HighlightRange[];
  /** All levels of the address, from the region down to the street. */
  parts: SuggestionPart[];
}

/** What a suggestion needs besides its locality and street. `tokens` are highlighted. For the rest see `HouseReading`. */
export interface SuggestionDetails extends Pick<Suggestion, 'sure'> {
  tokens: readonly TypedWord[];
  house?: KnownHouse | undefined;
  flat?: string | undefined;
  fias?: string | undefined;
  typedHouse?: string | undefined;
  details?: readonly string[] | undefined;
  unknown?: string | undefined;
}

/** Makes the suggestion for a locality or street, with house and flat if they were typed. */
export function suggestionOf(
  object: AddressObject & Pick<Match, 'former'>,
  details: SuggestionDetails,
): Suggestion {
  const { former } = object;
  const { tokens, sure, house, flat, fias, unknown } = details;
  const ending = houseAndFlatOf(house?.house ?? details.typedHouse, flat).concat(
    details.details ?? [],
    unknown ?? [],
  );
  const parts = partsOf(object);
  const names = namesOf(parts);
  return {
    ...writeLine(names, ending, tokens),
    names,
    kind: house ? 'house' : kindOf(object),
    ...codesOf(object, house),
    ...optionalProperty('fias', fias),
    ...(house && { house: house.house }),
    ...(house?.listed !== undefined && { listed: house.listed }),
    ...optionalProperty('flat', flat),
    ...(!object.street &&
      !isArea(object.locality) &&
      !object.locality.size && { hasStreets: false as const }),
    ...(former && { former: `${former.type} ${former.name}` }),
    ...optionalProperty('unknown', unknown),
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
