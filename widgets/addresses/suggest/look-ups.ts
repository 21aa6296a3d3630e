/** What reads and looks up houses, and what is asked for behind the first suggestions: one chunk, fetched after them or for a digit. */
import { normalizeHouse } from '../index/house-number.ts';
import { findHouse, type KnownHouse } from '../index/known-house.ts';
import { fiasOf, houseRowsOf } from '../index/look-up-object.ts';
import { nearHouses } from '../index/near-houses.ts';
import type { RegionFiles } from '../index/region-files.ts';
import { lookUpReading, readingOrText } from './look-up-reading.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

export { parsePlainQuery } from '../search/plain-query.ts';
export { certainSuggestion } from './certain-suggestion.ts';
export { lookUpReading, readCertainHouse } from './look-up-reading.ts';

/** The object with a КЛАДР code, and with the house; `undefined`: no such object, or no house. */
export async function resolveCode(
  files: RegionFiles,
  code: string,
  house?: string,
): Promise<Suggestion | undefined> {
  const object = await files.find(code);
  if (!object) return undefined;
  const ending = house === undefined ? {} : await lookUpReading(files, object, readingOrText(house));
  if (house !== undefined && !ending.house) return undefined;
  const fias = await fiasOf(files, object);
  return suggestionOf(object, { tokens: [], sure: 'exact', fias, ...ending });
}

/** The listed houses whose numbers are nearest to a house, in the street or place with a КЛАДР code. */
export async function findHousesNear(files: RegionFiles, code: string, house: string): Promise<KnownHouse[]> {
  const object = await files.find(code);
  const rows = object ? await houseRowsOf(files, object) : [];
  return nearHouses(rows, normalizeHouse(house)).map((near) => findHouse(rows, near));
}
