import { foldHouse } from './house-patterns.ts';
import { readHouse } from './read-house.ts';

/**
 * Gives the one spelling of a house that the index uses. A text that is no house stays, folded and without spaces.
 *
 * @example normalizeHouse('д. 29 корп. 2') // '29к2'
 */
export function normalizeHouse(text: string): string {
  const { ifListed, house, isUnfinished } = readHouse(text) ?? {};
  const spelling = isUnfinished ? undefined : (ifListed ?? house);
  return spelling ?? foldHouse(text).replace(/[^\p{L}\d/_-]+/gu, '');
}
