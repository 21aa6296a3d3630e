/** The words of a region: finds what else could be meant by what was typed. */
import { distance } from 'fastest-levenshtein';

import {
  isStreet,
  type KladrData,
  type KladrObject,
  type KladrLocality,
  type KladrRegion,
  type KladrStreet,
} from './read-kladr.ts';

/** Lower case, with «е» for «ё». */
export const lowerCaseWithoutYo = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
/** The words and numbers of a text: of «ул. 8-е Марта, 12» they are `['ул', '8', 'е', 'марта', '12']`. */
export const wordsAndDigits = (text: string): string[] =>
  lowerCaseWithoutYo(text).match(/\p{L}+|\d+/gu) ?? [];

/** Random numbers (mulberry32) that are the same for the same seed, which is a text. */
export class SeededRandom {
  #state = 0;

  constructor(seed: string) {
    for (const letter of seed) this.#state = Math.imul(this.#state ^ letter.charCodeAt(0), 0x01000193);
  }

  /** A whole number from 0, below `most`. */
  nextBelow(most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * most);
  }

  /** One of some values. Throws where there are none. */
  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.nextBelow(values.length)];
    if (value === undefined) throw new Error('Nothing to choose from');
    return value;
  }

  /** A copy in random order. */
  shuffle<Value>(values: readonly Value[]): Value[] {
    const numbered = values.map((value) => ({ value, by: this.nextBelow(2 ** 31) }));
    return numbered.sort((a, b) => a.by - b.by).map(({ value }) => value);
  }
}

/** A КЛАДР code with its status: `00`, in use. */
export const fullCode = ({ code }: KladrObject): string => `${code}00`;

/** A key that is the same for the same words in any order: of «Ленина Барнаул» it is «барнаул ленина». */
export const bagOfWords = (...texts: string[]): string => texts.flatMap(wordsAndDigits).sort().join(' ');

/** A key of the names of an object and its locality, without their types. */
export const bagOfNames = (object: KladrLocality | KladrStreet): string =>
  isStreet(object) ? bagOfWords(object.name, object.locality.name) : bagOfWords(object.name);

/** The same with the types: «барнаул ленина · ул г». */
export const bagOfNamesAndTypes = (object: KladrLocality | KladrStreet): string =>
  isStreet(object)
    ? `${bagOfNames(object)} · ${object.type} ${object.locality.type}`
    : `${bagOfNames(object)} · ${object.type}`;

/** The words and objects of one region. */
export class Lexicon {
  /** Codes by the words of their names, without and with types. */
  readonly byWords = new Map<string, string[]>();
  readonly #vocabulary: string[];
  readonly #objects: { code: string; ids: number[] }[];

  constructor({ localities, streets }: KladrRegion, longTypes: KladrData['longTypes']) {
    const typeWords = (type: string, kind: 'place' | 'street') =>
      wordsAndDigits(`${type} ${longTypes[kind].get(type) ?? ''}`);
    const ofPlace = new Map<KladrLocality, string[]>();
    for (const place of localities)
      ofPlace.set(
        place,
        [place, ...place.parents].flatMap(({ name, type }) => [
          ...wordsAndDigits(name),
          ...typeWords(type, 'place'),
        ]),
      );
    const wordsOf = (object: KladrLocality | KladrStreet) =>
      isStreet(object)
        ? [
            ...(ofPlace.get(object.locality) ?? []),
            ...wordsAndDigits(object.name),
            ...typeWords(object.type, 'street'),
          ]
        : (ofPlace.get(object) ?? []);
    const objects = [...localities, ...streets];
    this.#vocabulary = [...new Set(objects.flatMap(wordsOf))].sort();
    const ids = new Map(this.#vocabulary.map((word, id) => [word, id]));
    this.#objects = objects.map((object) => ({
      code: fullCode(object),
      ids: wordsOf(object).map((word) => ids.get(word) ?? -1),
    }));
    for (const object of objects)
      for (const key of [bagOfNames(object), bagOfNamesAndTypes(object)]) {
        const codes = this.byWords.get(key) ?? [];
        if (codes.length === 0) this.byWords.set(key, codes);
        codes.push(fullCode(object));
      }
  }

  /** How many other objects have, for each token, a word that begins with it; not counted beyond `enough`. */
  countOthers(tokens: string[], hits: readonly string[], enough: number): number {
    const ranges = tokens.map((token) => [this.#first(token), this.#first(`${token}\u{ffff}`)] as const);
    let count = 0;
    for (const { code, ids } of this.#objects) {
      if (!ranges.every(([from, to]) => ids.some((id) => id >= from && id < to))) continue;
      if (!hits.includes(code) && ++count > enough) break;
    }
    return count;
  }

  /** Whether no word here could be meant, even with two mistakes. */
  isStrange(token: string): boolean {
    return this.#vocabulary.every((word) =>
      [-1, 0, 1, 2].every((more) => distance(token, word.slice(0, token.length + more)) > 2),
    );
  }

  /** The index of the first word of the vocabulary that is not before `text`. */
  #first(text: string): number {
    let [low, high] = [0, this.#vocabulary.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#vocabulary[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
