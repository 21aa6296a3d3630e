/** The words of a region: what else could be meant by what was typed. */
import { distance } from 'fastest-levenshtein';

import { isStreet, type Kladr, type Named, type Place, type Region, type Street } from './kladr.ts';

export const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
export const words = (text: string): string[] => fold(text).match(/\p{L}+|\d+/gu) ?? [];

/** Deterministic random numbers (mulberry32) for a seed in words. */
export class Dice {
  #state = 0;

  constructor(seed: string) {
    for (const letter of seed) this.#state = Math.imul(this.#state ^ letter.charCodeAt(0), 0x01000193);
  }

  below(most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * most);
  }

  one<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('Nothing to choose from');
    return value;
  }

  shuffled<Value>(values: readonly Value[]): Value[] {
    const numbered = values.map((value) => ({ value, by: this.below(2 ** 31) }));
    return numbered.sort((a, b) => a.by - b.by).map(({ value }) => value);
  }
}

export const fullCode = ({ code }: Named): string => `${code}00`;

/** The same words in any order mean the same. */
export const bag = (...texts: string[]): string => texts.flatMap(words).sort().join(' ');

/** All names an object goes by without its types. */
export const bagOf = (object: Place | Street): string =>
  isStreet(object) ? bag(object.name, object.place.name) : bag(object.name);

export const typedBagOf = (object: Place | Street): string =>
  isStreet(object)
    ? `${bagOf(object)} · ${object.type} ${object.place.type}`
    : `${bagOf(object)} · ${object.type}`;

export class Lexicon {
  /** Codes by the words of their names, without and with types. */
  readonly byWords = new Map<string, string[]>();
  readonly #vocabulary: string[];
  readonly #objects: { code: string; ids: number[] }[];

  constructor({ places, streets }: Region, said: Kladr['said']) {
    const typeWords = (type: string, kind: 'place' | 'street') =>
      words(`${type} ${said[kind].get(type) ?? ''}`);
    const ofPlace = new Map<Place, string[]>();
    for (const place of places)
      ofPlace.set(
        place,
        [place, ...place.above].flatMap(({ name, type }) => [...words(name), ...typeWords(type, 'place')]),
      );
    const wordsOf = (object: Place | Street) =>
      isStreet(object)
        ? [...(ofPlace.get(object.place) ?? []), ...words(object.name), ...typeWords(object.type, 'street')]
        : (ofPlace.get(object) ?? []);
    const objects = [...places, ...streets];
    this.#vocabulary = [...new Set(objects.flatMap(wordsOf))].sort();
    const ids = new Map(this.#vocabulary.map((word, id) => [word, id]));
    this.#objects = objects.map((object) => ({
      code: fullCode(object),
      ids: wordsOf(object).map((word) => ids.get(word) ?? -1),
    }));
    for (const object of objects)
      for (const key of [bagOf(object), typedBagOf(object)]) {
        const codes = this.byWords.get(key) ?? [];
        if (codes.length === 0) this.byWords.set(key, codes);
        codes.push(fullCode(object));
      }
  }

  /** How many other objects have, for each token, a word that begins with it; not counted beyond `enough`. */
  others(tokens: string[], hits: readonly string[], enough: number): number {
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

  /** The place of the first word that is not before `text`. */
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
