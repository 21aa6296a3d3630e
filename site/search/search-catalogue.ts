import type { AnswerKind } from '../catalogue/search.ts';
import { findWord, type QueryWord } from './find-word.ts';
import type { IndexReader } from './index-reader.ts';
import { hasRecord } from './found-records.ts';
import { rankRecords, type RankedRecord } from './rank.ts';
import { caseNumberIn, questionOf, readingsOf, type Reading } from './read-query.ts';
import { repairWords } from './repair-words.ts';
import { stemOf, withoutStopWords } from './words.ts';

/** What a query means, and what fits it. */
export interface CatalogueResults {
  /** Best first. */
  hits: RankedRecord[];
  /** The stems of the words looked for, their likeliest meanings included. */
  stems: ReadonlySet<string>;
  /** The query that was searched for instead of the typed one; `undefined` if it was searched as typed. */
  repairedQuery: string | undefined;
  /** Whether the catalogue has nothing of the kind: the hits are only the nearest. */
  isAbsent: boolean;
  /** The fact that is asked for. */
  answer: AnswerKind | undefined;
  /** The number of a case that stands in the query. */
  caseNumber: string | undefined;
}

/**
 * A record has to have so much of a query for the catalogue to have what is looked for; more where it has the most telling word of it in
 * its text only, or not at all.
 */
const [MIN_COVERAGE, MIN_COVERAGE_WITHOUT_TELLING, MIN_TELLING] = [0.5, 0.6, 0.4];
/** Meanings that are less sure are not marked in excerpts. */
const MIN_WEIGHT_SHOWN = 0.5;
/** Hits that have much less of the query than the best one are left out. */
const MIN_SHARE_OF_BEST = 0.3;

const NOTHING = {
  hits: [],
  stems: new Set<string>(),
  repairedQuery: undefined,
  isAbsent: false,
  answer: undefined,
};

/**
 * Searches for a query, read as it was typed, with the keyboard's language repaired or from Latin letters, whichever has most that is
 * known. Words that are not known are taken as mistyped, torn or glued ones.
 */
export async function searchCatalogue(index: IndexReader, query: string): Promise<CatalogueResults> {
  const caseNumber = caseNumberIn(query);
  const readings = readingsOf(query);
  if (caseNumber || !readings.length) return { ...NOTHING, caseNumber };
  const found = await Promise.all(readings.map((reading) => findReading(index, reading)));
  const best = found.reduce((a, b) => (b.known > a.known + 0.01 ? b : a));
  const repairedWords = await repairWords(index, best.words);
  const ranked = rankRecords(repairedWords, { start: index.start, answer: best.answer });
  const words = repairedWords.map((word) => namedByHit(word, ranked[0]));
  const least = (ranked[0]?.coverage ?? 0) * MIN_SHARE_OF_BEST;
  const isRepaired =
    best.reading.spelling !== 'typed' || words.some(({ repaired }) => repaired !== undefined);
  return {
    hits: ranked.filter(({ coverage }) => coverage >= least),
    stems: stemsOf(words),
    repairedQuery: isRepaired ? repairedText(best.reading, words) : undefined,
    isAbsent: !isWhatIsMeant(ranked[0]),
    answer: best.answer,
    caseNumber,
  };
}

/** A reading with what its words may mean, and the share of it that is known, from 0 to 1. */
interface FoundReading {
  reading: Reading;
  words: QueryWord[];
  answer: AnswerKind | undefined;
  known: number;
}

async function findReading(index: IndexReader, reading: Reading): Promise<FoundReading> {
  const { answer, words: asked } = questionOf(reading.words);
  const words = await Promise.all(withoutStopWords(asked).map((word) => findWord(index, word)));
  const letters = (list: readonly QueryWord[]) => list.reduce((sum, { typed }) => sum + typed.length, 0);
  const knownWords = words.filter(({ meanings }) => meanings.length);
  return { reading, words, answer, known: letters(knownWords) / letters(words) };
}

/** The stems by which excerpts show why a record was found. */
const stemsOf = (words: readonly QueryWord[]): ReadonlySet<string> =>
  new Set(
    words.flatMap(({ typed, meanings }) => [
      stemOf(typed),
      ...meanings.filter(({ weight }) => weight >= MIN_WEIGHT_SHOWN).map(({ stem }) => stem),
    ]),
  );

/** Whether the best hit is what is looked for, not only the nearest. */
const isWhatIsMeant = (hit: RankedRecord | undefined): boolean =>
  !!hit && hit.coverage >= (hit.telling < MIN_TELLING ? MIN_COVERAGE_WITHOUT_TELLING : MIN_COVERAGE);

/** A mistyped word with the one that the best hit has in its place. */
function namedByHit(word: QueryWord, hit: RankedRecord | undefined): QueryWord {
  if (!word.isMistyped) return word;
  const meaning = word.meanings.find(({ entry }) => hit && hasRecord(entry, hit.record)) ?? word.meanings[0];
  return meaning ? { ...word, repaired: meaning.entry[0] || meaning.stem } : word;
}

/** The query as it was searched: with stop words and repaired ones. */
function repairedText(reading: Reading, words: readonly QueryWord[]): string {
  const repairs = new Map(words.map(({ typed, repaired }) => [typed, repaired ?? typed]));
  const hasAll = reading.words.every((word) => repairs.has(word));
  return hasAll
    ? reading.words.map((word) => repairs.get(word)).join(' ')
    : words.map(({ typed, repaired }) => repaired ?? typed).join(' ');
}
