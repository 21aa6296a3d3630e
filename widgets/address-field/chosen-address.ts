import type { AddressIndex } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { manualAddress, pickDetails, LINE_SEPARATOR } from './value.ts';

/** What stays of a suggestion when it is chosen: an address, or the beginning of one. */
export type ChosenAddress = Pick<
  Suggestion,
  'line' | 'names' | 'kladr' | 'okato' | 'postcode' | 'house' | 'flat' | 'listed'
>;

/** КЛАДР code of the place that an address is, or lies in. */
export const localityCodeOf = ({ kladr }: Pick<ChosenAddress, 'kladr'>): string => `${kladr.slice(0, 11)}00`;

/** Whether an address has a street, told by its code: that of a place has 13 digits. */
export const hasStreet = ({ kladr }: Pick<ChosenAddress, 'kladr'>): boolean => kladr.length > 13;

/**
 * What a value from outside was chosen as; nothing for a manual entry. Its line is all that is known of its names: they are
 * read off it, here only. Where they cannot be told from the rest, there are none.
 */
export function chosenAddressOf(address: Address): ChosenAddress | undefined {
  const { line, kladr, manual, house } = address;
  if (manual || !kladr) return undefined;
  const end = house ? line.toLowerCase().lastIndexOf(LINE_SEPARATOR + house.toLowerCase()) : line.length;
  const names = end > 0 ? line.slice(0, end).split(LINE_SEPARATOR) : [];
  return { ...pickDetails(address), line, kladr, names };
}

/** The place or street of a house, for one who mends the house: her postcode may be another one. */
export const withoutHouse = ({ names, house, kladr }: ChosenAddress): ChosenAddress | undefined =>
  house && names.length ? { line: names.join(LINE_SEPARATOR), names, kladr } : undefined;

/** The line that a text means: without the comma behind which it would go on. */
export const trimLine = (text: string): string => text.trim().replace(/\s*,$/, '');

/** Whether a text is the chosen address, or that and something behind it. */
export const startsWithChosen = (text: string, { line }: ChosenAddress): boolean =>
  text.startsWith(line) && /^(?:[,\s]|$)/.test(text.slice(line.length));

/**
 * The address that a text stands for. What is typed behind a chosen street keeps its codes, and is no manual entry as long as
 * it is a house and a flat.
 */
export function addressFromText(
  text: string,
  chosen: ChosenAddress | undefined,
  addresses: Pick<AddressIndex, 'readHouse'> | undefined,
): Address | undefined {
  const line = trimLine(text);
  if (!line || !chosen || !startsWithChosen(line, chosen)) return manualAddress(line);
  if (line === chosen.line) return { line, ...pickDetails(chosen), manual: false };
  // Nothing was suggested, and no house is known, before the index has come.
  const { house, flat } = addresses?.readHouse(line) ?? {};
  const manual = !house || !hasStreet(chosen);
  // The postcode belongs to the house: that of the place may be another one.
  return { line, ...pickDetails({ ...chosen, ...(manual && { postcode: '' }), house, flat }), manual };
}
