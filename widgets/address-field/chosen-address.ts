import type { AddressIndex } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { manualAddress, pickDetails, LINE_SEPARATOR } from './value.ts';

/**
 * What the field keeps of a suggestion that was chosen: an address, or the beginning of one. `manual`: nobody has chosen it, and the index
 * does not list its house.
 */
export type ChosenAddress = Pick<
  Suggestion,
  | 'line'
  | 'names'
  | 'kladr'
  | 'fias'
  | 'okato'
  | 'oktmo'
  | 'postcode'
  | 'house'
  | 'flat'
  | 'listed'
  | 'hasStreets'
> & { manual?: boolean };

/**
 * Gives the КЛАДР code of the locality of an address. The code of a locality has 13 digits: 11 that are shared by its streets, and 00
 * for «current name». The code of a street has 17.
 *
 * @example
 * localityCodeOf({ kladr: '22000001000012300' }) // '2200000100000'
 */
export const localityCodeOf = ({ kladr }: Pick<ChosenAddress, 'kladr'>): string => `${kladr.slice(0, 11)}00`;

/**
 * Turns a value from outside back into what was chosen; `undefined` for a manual entry. A value has no names of its own, so they are read
 * from its line: «Примерск, пр-кт Ленина, 12» with the house «12» has the names «Примерск» and «пр-кт Ленина». Where the line does not
 * have the house, there are no names.
 */
export function chosenAddressOf(address: Address): ChosenAddress | undefined {
  const { line, kladr, manual, house } = address;
  if (manual || !kladr) return undefined;
  const endOfNames = house
    ? line.toLowerCase().lastIndexOf(LINE_SEPARATOR + house.toLowerCase())
    : line.length;
  const names = endOfNames > 0 ? line.slice(0, endOfNames).split(LINE_SEPARATOR) : [];
  return { ...pickDetails(address), line, kladr, names };
}

/**
 * Gives the street or locality of a chosen house, without its postcode, for when the citizen corrects the house: another house may have
 * another postcode. `undefined` if no house was chosen, or the names are not known.
 */
export const withoutHouse = (chosen: ChosenAddress): ChosenAddress | undefined =>
  chosen.house && chosen.names.length
    ? { line: chosen.names.join(LINE_SEPARATOR), names: chosen.names, ...streetCodesOf(chosen) }
    : undefined;

/** The codes that belong to the street, whichever house stands behind it. */
const streetCodesOf = ({ kladr, fias, oktmo }: ChosenAddress) => ({ kladr, ...pickDetails({ fias, oktmo }) });

/**
 * Removes spaces, and the comma at the end that waits for the next part.
 *
 * @example
 * trimLine('Примерск, пр-кт Ленина, ') // 'Примерск, пр-кт Ленина'
 */
export const trimLine = (text: string): string => text.trim().replace(/\s*,$/, '');

/**
 * Whether a text is the chosen address, with or without something behind it.
 *
 * @example
 * startsWithChosen('Примерск, пр-кт Ленина, 12', { line: 'Примерск, пр-кт Ленина', … }) // true
 * startsWithChosen('Примерск, пр-кт Ленинаа', { line: 'Примерск, пр-кт Ленина', … }) // false
 */
export const startsWithChosen = (text: string, { line }: ChosenAddress): boolean =>
  text.startsWith(line) && !/^[^,\s]/.test(text.slice(line.length));

/**
 * Gives what was typed behind the street of a chosen address, with its house: «, 12, кв 5».
 *
 * @example
 * endingBehind('Примерск, пр-кт Ленина, 12, кв 5', { line: 'Примерск, пр-кт Ленина, 12', house: '12', … }) // ', 12, кв 5'
 */
export function endingBehind(text: string, chosen: ChosenAddress): string {
  // Where the names are not known, the house is taken from the address.
  const { line, house = '' } = withoutHouse(chosen) ?? chosen;
  return house + text.slice(line.length);
}

/** Whether a chosen line has nothing behind its names that the index does not know: «Барнаул, ул Новейшая, 5» may be only Барнаул. */
const isUnderstood = ({ house, line, names }: ChosenAddress): boolean =>
  !!house || line === names.join(LINE_SEPARATOR);

/**
 * Makes an address of a text. What begins with the chosen address keeps its codes. It is `manual`, unless it is the chosen address itself,
 * or a chosen street with a house (and a flat) typed behind it that is wholly understood. Any other text is a manual line without codes;
 * an empty one gives `undefined`.
 */
export function addressFromText(
  text: string,
  chosen: ChosenAddress | undefined,
  addresses: Pick<AddressIndex, 'readHouse'> | undefined,
): Address | undefined {
  const line = trimLine(text);
  if (!line || !chosen || !startsWithChosen(line, chosen)) return manualAddress(line);
  if (line === chosen.line && isUnderstood(chosen))
    return { line, ...pickDetails(chosen), manual: !!chosen.manual };
  // Without the index the house cannot be read; but nothing can be chosen then either.
  const read = addresses?.readHouse(endingBehind(line, chosen), chosen);
  const { okato, house = read?.house } = chosen;
  const codes = streetCodesOf(chosen);
  // Postcode and ОКАТО belong to the house: another one may have others, and so may the locality.
  const rest = read && read.house === house ? chosen : house ? codes : { ...codes, okato };
  return { line, ...pickDetails({ ...rest, ...read }), manual: !read || !!chosen.manual };
}
