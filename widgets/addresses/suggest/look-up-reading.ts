import { normalizeHouse } from '../index/house-number.ts';
import { findHouse } from '../index/known-house.ts';
import { houseRowsOf } from '../index/look-up-object.ts';
import { readHouse, type HouseReading } from '../index/read-house.ts';
import type { AddressObject, RegionFiles } from '../index/region-files.ts';
import { isArea } from '../index/region.ts';
import type { Suggestion, SuggestionDetails } from './suggestion.ts';

/** What stands behind the names in a suggestion. */
type Ending = Pick<SuggestionDetails, 'house' | 'flat' | 'details' | 'typedHouse'>;

/**
 * Looks up the house that was read in a street or locality. A house that is meant only if the data list it stays as it was typed
 * where they do not.
 *
 * @example
 * // { house: '12', flat: '4', ifListed: '12-4' } is house 12-4 if the data list it, else flat 4 in house 12
 */
export async function lookUpReading(
  files: RegionFiles,
  object: AddressObject,
  { house, ifListed, typedHouse, flat, details }: HouseReading,
): Promise<Ending> {
  // In a town every house belongs to a street.
  if (!object.street && (isArea(object.locality) || object.locality.type === 'г'))
    return { typedHouse, flat, details };
  const rows = (ifListed ?? house) ? await houseRowsOf(files, object) : [];
  const listed = ifListed ? findHouse(rows, ifListed) : undefined;
  if (listed?.listed) return { house: listed, flat: house ? undefined : flat, details };
  if (!house) return { typedHouse, flat, details };
  return { house: findHouse(rows, house), flat, details };
}

/** What is read in a text; what is not understood, or unfinished, may still be a house of the data: «7гск», «5кВ». */
export function readingOrText(text: string): HouseReading {
  const reading = readHouse(text);
  return reading && !reading.isUnfinished
    ? reading
    : { ...reading, ifListed: normalizeHouse(text), typedHouse: text.trim() };
}

/** A street or a house in it, or a locality; `kladr` has 17 digits, of a locality 13. The house is one that the data list. */
type StreetOrHouse = Pick<Suggestion, 'kladr' | 'house'>;

/** A house that was typed in words that are wholly understood. */
interface CertainHouse {
  /** In its one spelling, or as the data spell it. */
  house: string;
  /** Absent if none was typed. */
  flat?: string;
}

/**
 * Reads house and flat behind a street, without asking the data. `undefined` if the text is not wholly understood, or only they can tell
 * whether it is a house («стр 5»), and behind a locality.
 *
 * @example readCertainHouse('12-4', { kladr: '22000001000004000', house: '12-4' }) // { house: '12-4' }
 */
export function readCertainHouse(
  ending: string,
  { kladr, house: known = '' }: StreetOrHouse = { kladr: '' },
): CertainHouse | undefined {
  const { house, ifListed, flat, isUnfinished } = readHouse(ending) ?? {};
  const typed = ifListed ?? house;
  if (isUnfinished || !typed || (kladr && kladr.length < 17)) return undefined;
  const isKnown = known && normalizeHouse(known) === typed;
  if (ifListed && !isKnown) return undefined;
  // In «12-4» the 4 is no flat, if the data list house 12-4.
  const isFlat = flat && !(ifListed && house);
  return { house: isKnown ? known : typed, ...(isFlat && { flat }) };
}
