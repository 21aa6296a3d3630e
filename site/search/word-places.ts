import type { Synonyms } from '../catalogue/search.ts';
import { placeNumber, type WordEntry } from './index-format.ts';
import { phrasesOf, type SearchRecord } from './records.ts';
import { synonymAdder } from './synonyms.ts';
import { stemOf, withoutStopWords, foldedWords } from './words.ts';

/** Of a word that stands in more leads or texts than that, the list is left out: this many, or this share of all records. */
const COMMON = { count: 60, share: 0.01 };

/** Where a stem stands, while the index is built. */
interface Places {
  /** Each form, with how often it stands in a phrase. */
  forms: Map<string, number>;
  /** Records, in rising order as the other lists. */
  records: number[];
  phrases: [record: number, code: number][];
  leads: number[];
  texts: number[];
  /** Of its synonyms. */
  kin: [record: number, code: number][];
}

const noPlaces = (): Places => ({
  forms: new Map<string, number>(),
  records: [],
  phrases: [],
  leads: [],
  texts: [],
  kin: [],
});

/** Collects where the stems of all records stand. */
export function placesOfStems(records: readonly SearchRecord[], synonyms: Synonyms): Map<string, Places> {
  const places = new Map<string, Places>();
  const placesOf = (word: string, record: number) => {
    const stem = stemOf(word);
    let known = places.get(stem);
    if (!known) places.set(stem, (known = noPlaces()));
    addOnce(known.records, record);
    return known;
  };
  const addSynonyms = synonymAdder(synonyms);
  for (const [i, record] of records.entries()) {
    for (const [phrase, { text, kind }] of phrasesOf(record, addSynonyms).entries()) {
      const words = withoutStopWords(foldedWords(text));
      for (const word of words) {
        const { forms, phrases } = placesOf(word, i);
        forms.set(word, (forms.get(word) ?? 0) + 1);
        phrases.push([i, placeNumber({ phrase, length: words.length, kind })]);
      }
    }
    for (const word of withoutStopWords(foldedWords(record.lead))) addOnce(placesOf(word, i).leads, i);
    for (const word of foldedWords(record.text.join(' '))) addOnce(placesOf(word, i).texts, i);
  }
  addKin(places, synonyms);
  return places;
}

/** Adds a record to a list in rising order, unless it is its last one. */
function addOnce(list: number[], record: number): void {
  if (list.at(-1) !== record) list.push(record);
}

/** Gives each word the places of the words that mean the same. Only single words: phrases have their synonyms as phrases. */
function addKin(places: Map<string, Places>, synonyms: Synonyms): void {
  for (const group of synonyms) {
    const members = new Map(
      group
        .map(foldedWords)
        .flatMap(([word = '', ...others]) => (others.length ? [] : [[stemOf(word), word]])),
    );
    const own = [...members.keys()].map((stem) => [stem, places.get(stem)?.phrases ?? []] as const);
    for (const [stem, word] of members) {
      const entry = places.get(stem) ?? noPlaces();
      places.set(stem, entry);
      if (!entry.forms.size) entry.forms.set(word, 1);
      const has = new Set(entry.phrases.map(([record]) => record));
      entry.kin.push(
        ...own.flatMap(([other, kin]) => (other === stem ? [] : kin.filter(([record]) => !has.has(record)))),
      );
      entry.records = [...new Set([...entry.records, ...entry.kin.map(([record]) => record)])];
    }
  }
}

/** Writes places as the index has them. Forms stand for a stem that no phrase has by the stem itself. */
export function entryOf({ forms, records, phrases, leads, texts, kin }: Places, count: number): WordEntry {
  const [form = ''] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? [];
  const limit = Math.max(COMMON.count, COMMON.share * count);
  const onlyIfTelling = (list: readonly number[]) => (list.length > limit ? [] : differences(list));
  const entry = [
    form,
    records.length,
    pairsOf(phrases),
    onlyIfTelling(leads),
    onlyIfTelling(texts),
    pairsOf(kin.sort((a, b) => a[0] - b[0])),
  ] as const;
  const last = entry.findLastIndex((part) => typeof part === 'number' || part.length > 0);
  return entry.slice(0, last + 1) as unknown as WordEntry;
}

/** Places as pairs: the difference of the record from the one before, and the code. */
const pairsOf = (places: readonly [record: number, code: number][]) =>
  places.flatMap(([record, code], i) => [record - (places[i - 1]?.[0] ?? 0), code]);

/** Ascending numbers, each as the difference from the one before: `[3, 5]` is `[3, 2]`. */
export const differences = (numbers: readonly number[]) =>
  numbers.map((number, i) => number - (numbers[i - 1] ?? 0));
