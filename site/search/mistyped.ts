/** Finds the words of the index that come near a mistyped one. */
import { prefixEditDistance } from '../../widgets/text/edit-distance.ts';
import { MAX_TAIL, type QueryWord } from './find-word.ts';
import { middleOf, phraseCountOf, type WordPart } from './index-format.ts';
import type { IndexReader } from './index-reader.ts';
import { stemOf } from './words.ts';

/** How surely a word is meant that is one slip away; with two it is the square of that. */
const SLIP_WEIGHT = 0.8;
/** Shorter words have too many neighbours to guess. */
const [MIN_LENGTH_FOR_SLIP, MIN_LENGTH_FOR_TWO] = [4, 9];
/** Guesses for one mistyped word: what fits the other words decides between them. */
const MAX_GUESSES = 3;
/** Letters that endings have. */
const ENDING = /^[аеиоуыэюяйьмхвгтлшс]*$/;
/** A shorter stem is near to too many words. */
const MIN_STEM_FOR_SLIP = 4;

/** Finds what a word may be of which only the spelling is wrong: the nearest, and of those as near the ones of most phrases. */
export async function findMistyped(index: IndexReader, typed: string): Promise<QueryWord> {
  const candidates = await slipCandidates(index, typed);
  const nearest = [...new Map(candidates.map((candidate) => [candidate.stem, candidate])).values()]
    .sort((a, b) => a.edits - b.edits || b.count - a.count)
    .slice(0, MAX_GUESSES);
  const meanings = await Promise.all(
    nearest.map(async ({ stem, edits }) => {
      const entry = await index.entryOf(stem);
      return entry ? [{ stem, weight: SLIP_WEIGHT ** edits, entry }] : [];
    }),
  );
  return { typed, meanings: meanings.flat(), isMistyped: true };
}

interface Candidate {
  stem: string;
  edits: number;
  count: number;
}

/**
 * The words that are few edits away. Where the slip is behind the first two letters, they are in the part of the typed ones; where
 * letters at the beginning were swapped or one was added, in that of the right ones; else the third and fourth letter tell.
 */
async function slipCandidates(index: IndexReader, typed: string): Promise<Candidate[]> {
  if (typed.length < MIN_LENGTH_FOR_SLIP) return [];
  const [a = '', b = '', c = '', ...rest] = typed;
  const tail = rest.join('');
  const beginnings = [
    typed,
    `${b}${a}${c}${tail}`,
    `${a}${c}${b}${tail}`,
    `${b}${c}${tail}`,
    `${a}${c}${tail}`,
  ];
  const parts: WordPart[] = await Promise.all([...new Set(beginnings)].map((word) => index.wordsLike(word)));
  const own = nearWords(
    typed,
    parts.flatMap((part) =>
      Object.entries(part).map(([stem, entry]) => [stem, phraseCountOf(entry)] as const),
    ),
  );
  if (own.some(({ edits, count }) => edits <= 1 && count)) return own;
  const middles = await Promise.all(
    [typed, ` ${typed}`].map((word) => index.stemsWithMiddle(middleOf(word))),
  );
  return [
    ...own,
    ...nearWords(
      typed,
      middles.flatMap((part) => Object.entries(part)),
    ),
  ];
}

/** The stems that a typed word comes near, with what is left of it behind them as ending. */
function nearWords(typed: string, stems: readonly (readonly [string, number])[]): Candidate[] {
  const most = typed.length >= MIN_LENGTH_FOR_TWO ? 2 : 1;
  const stemOfTyped = stemOf(typed);
  return stems.flatMap(([stem, count]) => {
    const tail = typed.slice(stem.length + 1);
    if (
      stem.length < MIN_STEM_FOR_SLIP ||
      stem.length > typed.length + most ||
      tail.length > MAX_TAIL ||
      !ENDING.test(tail)
    )
      return [];
    const edits = Math.min(prefixEditDistance(stem, typed, most), wholeDistance(stem, stemOfTyped, most));
    return edits <= most ? [{ stem, count, edits }] : [];
  });
}

/** Edits between two stems as a whole; what one has more than the other counts. */
const wholeDistance = (a: string, b: string, most: number): number =>
  Math.max(prefixEditDistance(a, b, most), prefixEditDistance(b, a, most));
