/** Decides which records fit a query best. */
import type { AnswerKind } from '../catalogue/search.ts';
import type { Meaning, QueryWord } from './find-word.ts';
import { findRecords, KIND_WEIGHTS, phraseRecords } from './found-records.ts';
import type { IndexStart } from './index-format.ts';
import type { RecordKind } from './record-kinds.ts';

/** A record that has words of the query. */
export interface RankedRecord {
  record: number;
  /** How well it fits: more is better. */
  score: number;
  /** How much of the query it has, from 0 to 1. Rare words are a larger part of the query than common ones. */
  coverage: number;
  /** How much it has of the word that weighs most: the rarest, an unknown one if there is any; from 0 to 1. */
  telling: number;
}

/** An unknown word weighs as much as one that so many records have. */
const UNKNOWN_COUNT = 1;
/** What is done weighs less than what it is done to: «устроить в садик». */
const VERB = /(?:[аеиоуыя]ть|ти|чь)(?:ся)?$|(?:[аеиы]л[аи]?|[аяую]т|[еи]т)(?:ся)?$/u;
/** Between records that fit alike: who looks for a word wants the service first, then those who help, then what explains. */
const KIND_BONUS: Record<RecordKind, number> = {
  service: 0.05,
  agency: 0.04,
  event: 0.03,
  place: 0.02,
  guide: 0.02,
  municipality: 0.02,
  term: 0.01,
  act: -0.15,
};
const POPULAR_BONUS = 0.03;
/** Who is asked for a fact. */
const ANSWERED_BY: Record<AnswerKind, readonly RecordKind[]> = {
  phone: ['agency', 'place'],
  hours: ['agency', 'place'],
  where: ['agency', 'place', 'service'],
  fee: ['service'],
  period: ['service'],
};
const ANSWER_BONUS = 0.08;
/** Share of the best phrase in a score; the rest is how much of the query the record has at all. */
const PHRASE_SHARE = 0.55;

/**
 * The weight of a word by the number of records that have it: a word of one record in 10,000 weighs 9, one of every second 1.
 * https://en.wikipedia.org/wiki/Tf%E2%80%93idf#Inverse_document_frequency
 */
const rarity = (count: number, all: number) => Math.log(1 + all / Math.max(1, count));

/** The weights of the words of a query. What is not known at all weighs as much as what is known in one record. */
function wordWeights(words: readonly QueryWord[], start: IndexStart): number[] {
  return words.map(({ typed, meanings: [best] }) => {
    const weight = rarity(best?.entry[1] ?? UNKNOWN_COUNT, start.count);
    const isAside = /^\d+$/.test(typed) || (best ? isSettlement(best, start) : VERB.test(typed));
    return isAside ? weight / 2 : weight;
  });
}

/** Whether a word is but the name of a town or village: «боровиха» says where «детский сад боровиха» is, not what. */
function isSettlement({ entry: [, , phrases = []] }: Meaning, start: IndexStart): boolean {
  const records = phraseRecords(phrases);
  return records.length > 0 && records.every((record) => kindOf(record, start) === 'municipality');
}

/** What ranking knows besides the words. */
interface RankContext {
  start: IndexStart;
  /** The fact that is asked for. */
  answer: AnswerKind | undefined;
}

/** Ranks all records that have a word of the query, best first. */
export function rankRecords(words: readonly QueryWord[], context: RankContext): RankedRecord[] {
  const weights = wordWeights(words, context.start);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const heaviest = weights.indexOf(Math.max(...weights));
  const share = (values: readonly number[]) =>
    values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / total;
  const { records, phrases } = findRecords(words);
  const bestPhrase = new Map<number, number>();
  for (const { record, words: inPhrase, length, kind } of phrases.values()) {
    const count = inPhrase.reduce((sum, value) => sum + value, 0);
    const score = (KIND_WEIGHTS[kind] ?? 0) * share(inPhrase) * Math.min(1, count / length) ** 0.5;
    if (score > (bestPhrase.get(record) ?? 0)) bestPhrase.set(record, score);
  }
  return [...records]
    .map(([record, found]) => {
      const coverage = share(found);
      const fit = PHRASE_SHARE * (bestPhrase.get(record) ?? 0) + (1 - PHRASE_SHARE) * coverage;
      return { record, coverage, telling: found[heaviest] ?? 0, score: fit + bonusOf(record, context) };
    })
    .sort((a, b) => b.score - a.score || a.record - b.record);
}

/** What decides between records that fit alike. */
function bonusOf(record: number, { start, answer }: RankContext): number {
  const kind = kindOf(record, start);
  return (
    KIND_BONUS[kind] +
    (record < start.popularCount ? POPULAR_BONUS : 0) +
    (answer && ANSWERED_BY[answer].includes(kind) ? ANSWER_BONUS : 0)
  );
}

/** The kind of a record, by its number. */
const kindOf = (record: number, { kinds }: IndexStart): RecordKind =>
  kinds.findLast(([, first]) => first <= record)?.[0] ?? 'service';
