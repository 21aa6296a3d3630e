import { normalizeHouse } from '../addresses/index/house-number.ts';
import { houseAndFlatOf, type Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { hasStreet, localityCodeOf, type ChosenAddress } from './chosen-address.ts';
import { pickDetails, LINE_SEPARATOR } from './value.ts';

/** What is known of an address in parts, besides the texts that stand in its first two fields. */
export interface AddressParts {
  house: string;
  block: string;
  flat: string;
  /** What was chosen, if it was. */
  locality?: ChosenAddress | undefined;
  street?: ChosenAddress | undefined;
  /** What the data say of the house. */
  houseData?: Pick<Suggestion, 'postcode' | 'okato' | 'listed'> | undefined;
}

/** House and корпус in one: «29» and «2» are «29к2», «29» and «стр 1» are «29стр1». */
export function houseWithBlock({ house, block }: Pick<AddressParts, 'house' | 'block'>): string {
  const part = block.replace(/\s/g, '');
  return house.trim() + (/^\d/.test(part) ? `к${part}` : part);
}

/** The address that the parts make. It is a manual entry, unless a street was chosen with a house, or nothing was typed behind. */
export function addressFromParts(parts: AddressParts, texts: string[]): Address | undefined {
  const { locality, street, houseData } = parts;
  const [house, flat] = [houseWithBlock(parts), parts.flat.trim()];
  const names = street ? [street.line] : texts.map((text) => text.trim()).filter(Boolean);
  const line = [...names, ...houseAndFlatOf(house, flat)].join(LINE_SEPARATOR);
  if (!line) return undefined;
  const chosen = street ?? locality;
  const isWhole = line === chosen?.line;
  // The postcode belongs to the house: that of the place may be another one.
  const postcode = houseData?.postcode ?? (isWhole ? chosen : street)?.postcode;
  const codes = { ...chosen, okato: houseData?.okato ?? chosen?.okato, postcode };
  const manual = !isWhole && !(street && house);
  return { line, ...pickDetails({ ...codes, house: house && normalizeHouse(house), flat }), manual };
}

/** A street as it is called in a place: without the names of the place. */
export function withoutLocalityNames(street: Suggestion, { names }: ChosenAddress): Suggestion {
  const line = street.names.slice(names.length).join(LINE_SEPARATOR);
  const from = street.line.length - line.length;
  const marks = street.marks.filter(([start]) => start >= from);
  return { ...street, line, marks: marks.map(([start, end]) => [start - from, end - from]) };
}

/** The place of an address: what it is called, and where streets are looked for. */
export function addressLocality(address: ChosenAddress): ChosenAddress {
  const names = hasStreet(address) ? address.names.slice(0, -1) : address.names;
  return { line: names.join(LINE_SEPARATOR), names, kladr: localityCodeOf(address) };
}
