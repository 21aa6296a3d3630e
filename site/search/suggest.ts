import { findWord, standsInPhrase, type QueryWord } from './find-word.ts';
import { phraseCountOf, type ShownRecord } from './index-format.ts';
import type { IndexReader } from './index-reader.ts';
import { rankRecords } from './rank.ts';
import { readingsOf } from './read-query.ts';
import { withoutStopWords } from './words.ts';

/** So many suggestions are read at a glance. */
const MAX_SUGGESTIONS = 6;
/** A record that fits much worse than the best one is no suggestion: the word stands in its text only, or it is an act. */
const MIN_SHARE_OF_BEST = 0.5;
/** A word with fewer letters has not begun. */
const MIN_LENGTH = 2;
/** The last word may become any of these: those that stand in most phrases. */
const MAX_ENDINGS = 12;
/** How surely a word is meant of which only the beginning is there. */
const BEGINNING_WEIGHT = 0.9;

/** The records that a text may become a query for, while it is typed. Its last word may be the beginning of one. */
export async function suggestRecords(index: IndexReader, text: string): Promise<ShownRecord[]> {
  const readings = await Promise.all(
    readingsOf(text).map(({ words }) => {
      const last = words.at(-1) ?? '';
      const others = last ? withoutStopWords(words.slice(0, -1)) : [];
      return Promise.all([...others.map((word) => findWord(index, word)), findBeginning(index, last)]);
    }),
  );
  const found = readings.find((words) => words.some(({ meanings }) => meanings.length)) ?? [];
  const ranked = rankRecords(found, { start: index.start, answer: undefined });
  const least = (ranked[0]?.score ?? 0) * MIN_SHARE_OF_BEST;
  const best = ranked.filter(({ score }) => score >= least).slice(0, MAX_SUGGESTIONS);
  return Promise.all(best.map(({ record }) => index.record(record)));
}

/** The words that begin with these letters. */
async function findBeginning(index: IndexReader, typed: string): Promise<QueryWord> {
  const { meanings } = await findWord(index, typed);
  if (typed.length < MIN_LENGTH) return { typed, meanings };
  const known = new Set(meanings.map(({ stem }) => stem));
  const longer = Object.entries(await index.wordsLike(typed))
    .filter(([stem, entry]) => stem.startsWith(typed) && !known.has(stem) && standsInPhrase(entry))
    .sort((a, b) => phraseCountOf(b[1]) - phraseCountOf(a[1]))
    .slice(0, MAX_ENDINGS)
    .map(([stem, entry]) => ({ stem, weight: BEGINNING_WEIGHT, entry }));
  return { typed, meanings: [...meanings, ...longer] };
}
