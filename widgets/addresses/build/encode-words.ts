import { writeNumber } from '../index/columns.ts';
import { words } from '../../text/words.ts';
import { tabs } from './packing.ts';
import type { Former, Street } from './source.ts';

/** Places in one file of words: about 5 KB packed. */
const POSTINGS = 3000;
/** Shorter words say too little to look a street up by. */
const SHORTEST_WORD = 3;

/** Every word of a street name, with the places that have such a street; parted into files, sorted. */
export function invertedOf(
  streets: Street[],
  former: Former[],
  placeOf: (one: { code: string }) => number,
): [word: string, places: number[]][][] {
  const placesOf = new Map<string, Set<number>>();
  const note = (word: string, place: number) => {
    if (word.length < SHORTEST_WORD) return;
    const places = placesOf.get(word);
    if (places) places.add(place);
    else placesOf.set(word, new Set([place]));
  };
  for (const one of [...streets, ...former]) for (const word of words(one.name)) note(word, placeOf(one));
  for (const street of streets)
    for (const { postcode } of [street, ...street.houses]) if (postcode) note(postcode, placeOf(street));
  const entries = [...placesOf].sort(([a], [b]) => (a < b ? -1 : 1));
  const files: [string, number[]][][] = [[]];
  let postings = 0;
  for (const [word, places] of entries) {
    if (postings > POSTINGS) {
      files.push([]);
      postings = 0;
    }
    files.at(-1)?.push([word, [...places].sort((a, b) => a - b)]);
    postings += places.size;
  }
  return files.filter(({ length }) => length > 0);
}

/** Sorted words: how many letters each shares with the one before, and the rest of each. */
export function frontCoded(sorted: string[]): string[] {
  const shared = sorted.map((word, i) => {
    const above = sorted[i - 1] ?? '';
    let same = 0;
    while (same < word.length && word[same] === above[same]) same++;
    return same;
  });
  return [shared.map(writeNumber).join(''), tabs(sorted.map((word, i) => word.slice(shared[i])))];
}
