import type { Synonyms } from '../catalogue/search.ts';
import { placeNumber, type WordEntry } from './index-format.ts';
import { phrasesOf, type SearchRecord } from './records.ts';
import { stemOf, withoutStopWords, foldedWords } from './words.ts';

/** Of a word that stands in more leads or texts than that, the list is left out: this many, or this share of all records. */
const COMMON = { count: 60, share: 0.01 };

/** Where a stem stands, while the index is built. */
interface Places {
  /** Each form, with how often it stands in a phrase. */
  forms: Map<string, number>;
  records: Set<number>;
  phrases: [record: number, code: number][];
  leads: Set<number>;
  texts: Set<number>;
  /** Of its synonyms. */
  kin: [record: number, code: number][];
}

const noPlaces = (): Places => ({
  forms: new Map<string, number>(),
  records: new Set<number>(),
  phrases: [],
  leads: new Set<number>(),
  texts: new Set<number>(),
  kin: [],
});

/** Collects where the stems of all records stand. */
export function placesOfStems(records: readonly SearchRecord[], synonyms: Synonyms): Map<string, Places> {
  const places = new Map<string, Places>();
  const placesOf = (word: string, record: number) => {
    const stem = stemOf(word);
    const known = places.get(stem) ?? noPlaces();
    places.set(stem, known);
    known.records.add(record);
    return known;
  };
  for (const [i, record] of records.entries()) {
    for (const [phrase, { text, kind }] of phrasesOf(record, synonyms).entries()) {
      const words = withoutStopWords(foldedWords(text));
      for (const word of words) {
        const { forms, phrases } = placesOf(word, i);
        forms.set(word, (forms.get(word) ?? 0) + 1);
        phrases.push([i, placeNumber({ phrase, length: words.length, kind })]);
      }
    }
    for (const word of withoutStopWords(foldedWords(record.lead))) placesOf(word, i).leads.add(i);
    for (const word of new Set(foldedWords(record.text.join(' ')))) placesOf(word, i).texts.add(i);
  }
  addKin(places, synonyms);
  return places;
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
      for (const [record] of entry.kin) entry.records.add(record);
    }
  }
}

/** Writes places as the index has them. Forms stand for a stem that no phrase has by the stem itself. */
export function entryOf({ forms, records, phrases, leads, texts, kin }: Places, count: number): WordEntry {
  const [form = ''] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? [];
  const limit = Math.max(COMMON.count, COMMON.share * count);
  const onlyIfTelling = (list: ReadonlySet<number>) => (list.size > limit ? [] : differences([...list]));
  const entry = [
    form,
    records.size,
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
