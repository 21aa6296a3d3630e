import type { AddressIndex } from '../addresses/suggest/reader.ts';
import { houseAndFlatOf, type Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { localityCodeOf, type ChosenAddress } from './chosen-address.ts';
import { pickDetails, LINE_SEPARATOR } from './value.ts';

/**
 * What is typed and chosen in the parts of an address. The texts of the fields of locality and street are not here: comboboxes have them.
 */
export interface AddressParts {
  /** Number of the house, as typed: «29», «29а». */
  house: string;
  /** Корпус or строение, as typed: «2», «стр 1». */
  block: string;
  /** As typed: «5». */
  flat: string;
  /** The locality, if it was chosen from the list; its `line` is the text of its field. */
  locality?: ChosenAddress | undefined;
  /** The street, if it was chosen from the list; its `line` also has the names of its locality. */
  street?: ChosenAddress | undefined;
  /** What the index says of the house, in the street or in a place without one; `undefined` until it is looked up. */
  houseData?: Pick<Suggestion, 'postcode' | 'okato' | 'house' | 'listed'> | undefined;
}

/**
 * Joins house and корпус into the form that the index has.
 *
 * @example
 * houseWithBlock({ house: '29', block: '2' }) // '29к2'
 * houseWithBlock({ house: '29', block: 'стр 1' }) // '29стр1'
 */
export function houseWithBlock({ house, block }: Pick<AddressParts, 'house' | 'block'>): string {
  const compact = block.replace(/\s/g, '');
  return house.trim() + (/^\d/.test(compact) ? `к${compact}` : compact);
}

/**
 * Makes an address of its parts; `texts` are what stands in the fields of locality and street. It is `manual`, unless a street was
 * chosen and a house typed that may be listed, or a house of a place without streets, or exactly what was chosen is the address.
 * `undefined` while all parts are empty. Without `addresses` no house is known.
 */
export function addressFromParts(
  parts: AddressParts,
  texts: string[],
  addresses: Pick<AddressIndex, 'readHouse'> | undefined,
): Address | undefined {
  const { locality, street, houseData } = parts;
  const [house, flat] = [houseWithBlock(parts), parts.flat.trim()];
  const names = street ? [street.line] : texts.map((text) => text.trim()).filter(Boolean);
  const line = [...names, ...houseAndFlatOf(house, flat)].join(LINE_SEPARATOR);
  if (!line) return undefined;
  const chosen = street ?? locality;
  const isChosenLine = line === chosen?.line;
  // The postcode belongs to the house. The locality may have another one, so it counts only while nothing else is typed.
  const postcode = houseData?.postcode ?? (isChosenLine ? chosen : street)?.postcode;
  const codes = { ...chosen, okato: houseData?.okato ?? chosen?.okato, postcode };
  const read = addresses?.readHouse(house);
  const typedHouse = read?.flat ? undefined : read?.house;
  const known = houseData?.listed === false ? typedHouse : (houseData?.house ?? typedHouse);
  const isInPlace = street ?? (houseData && !texts[1]?.trim());
  const manual = !isChosenLine && !(isInPlace && known && houseData?.listed !== false);
  return { line, ...pickDetails({ ...codes, house: known, flat }), manual };
}

/**
 * Takes the names of the locality off a suggested street.
 *
 * @example
 * // «Примерск, пр-кт Ленина» in Примерск becomes «пр-кт Ленина»; `marks`, the letters that matched, move with it
 */
export function withoutLocalityNames(street: Suggestion, { names }: ChosenAddress): Suggestion {
  const line = street.names.slice(names.length).join(LINE_SEPARATOR);
  const from = street.line.length - line.length;
  const marks = street.marks.filter(([start]) => start >= from);
  return { ...street, line, marks: marks.map(([start, end]) => [start - from, end - from]) };
}

/** Whether an address has a street: its code has 17 digits, that of a locality 13. */
export const hasStreet = ({ kladr }: Pick<ChosenAddress, 'kladr'>): boolean => kladr.length > 13;

/** Gives the locality of an address: its names, and the code within which streets are searched. */
export function addressLocality(address: ChosenAddress): ChosenAddress {
  const names = hasStreet(address) ? address.names.slice(0, -1) : address.names;
  return { line: names.join(LINE_SEPARATOR), names, kladr: localityCodeOf(address) };
}
