/** Collects what the records have of a query. */
import type { QueryWord } from './find-word.ts';
import { MAX_PHRASES, placeOf, type WordEntry } from './index-format.ts';

/** How much a word counts where it stands. */
const [IN_LEAD, IN_TEXT] = [0.6, 0.35];
/** How much a phrase counts, by its kind (`PHRASE_KINDS`). */
export const KIND_WEIGHTS = [1, 0.98, 0.85, 0.8];
/** How much a synonym counts beside the word itself. */
const KIN_WEIGHT = 0.75;

/** What a phrase of a record has of a query: how much each word counts in it. */
interface FoundPhrase {
  record: number;
  words: number[];
  length: number;
  kind: number;
}

/** Collects what each record has: how much each word of the query counts at its best place, and what its phrases have. */
export function findRecords(words: readonly QueryWord[]) {
  const records = new Map<number, number[]>();
  const phrases = new Map<number, FoundPhrase>();
  const raiseRecord = (record: number, i: number, value: number) => {
    const values = records.get(record) ?? words.map(() => 0);
    if (!records.has(record)) records.set(record, values);
    raise(values, i, value);
  };
  const raisePhrases = (pairs: readonly number[], i: number, weight: number) => {
    for (const { record, code } of placesIn(pairs)) {
      const { phrase, length, kind } = placeOf(code);
      raiseRecord(record, i, weight * (KIND_WEIGHTS[kind] ?? 0));
      const key = record * (MAX_PHRASES + 1) + phrase;
      const found = phrases.get(key) ?? { record, words: words.map(() => 0), length, kind };
      if (!phrases.has(key)) phrases.set(key, found);
      raise(found.words, i, weight);
    }
  };
  const meanings = words.flatMap(({ meanings: all }, i) => all.map((meaning) => ({ ...meaning, i })));
  for (const { i, weight, entry } of meanings) {
    const [, , places = [], leads = [], texts = [], kin = []] = entry;
    raisePhrases(places, i, weight);
    raisePhrases(kin, i, weight * KIN_WEIGHT);
    for (const record of readDifferences(leads)) raiseRecord(record, i, weight * IN_LEAD);
    for (const record of readDifferences(texts)) raiseRecord(record, i, weight * IN_TEXT);
  }
  return { records, phrases };
}

function raise(values: number[], i: number, value: number): void {
  if (value > (values[i] ?? 0)) values[i] = value;
}

/** The places of which pairs of numbers were written. */
function* placesIn(pairs: readonly number[]): Generator<{ record: number; code: number }> {
  let record = 0;
  for (let at = 0; at < pairs.length; at += 2) {
    record += pairs[at] ?? 0;
    yield { record, code: pairs[at + 1] ?? 0 };
  }
}

/** The numbers of which differences were written. */
export function readDifferences(differences: readonly number[]): number[] {
  let record = 0;
  return differences.map((difference) => (record += difference));
}

/** Whether a record has a word in one of its phrases or its lead. */
export function hasRecord([, , phrases = [], leads = []]: WordEntry, record: number): boolean {
  return phraseRecords(phrases).includes(record) || readDifferences(leads).includes(record);
}

/** The records in whose phrases a word stands. */
export const phraseRecords = (phrases: readonly number[]): number[] =>
  Array.from(placesIn(phrases), ({ record }) => record);
