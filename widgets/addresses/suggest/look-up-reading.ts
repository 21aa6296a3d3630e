import type { HouseReading } from '../index/read-house.ts';
import type { AddressObject, RegionFiles } from '../index/region-files.ts';
import type { SuggestionDetails } from './suggestion.ts';

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
  const listed = ifListed ? await files.lookUpHouse(object, ifListed) : undefined;
  if (listed?.listed) return { house: listed, flat: house ? undefined : flat, details };
  if (!house) return { typedHouse, flat, details };
  return { house: await files.lookUpHouse(object, house), flat, details };
}
