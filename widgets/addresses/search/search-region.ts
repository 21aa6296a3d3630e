import { splitWords as wordsOf } from '../../text/words.ts';
import type { RegionFiles } from '../index/region-files.ts';
import type { FormerNames } from '../index/word-files.ts';
import { WordIndex } from '../index/word-index.ts';
import { compareMatches, matchQuality } from './compare-matches.ts';
import type { Match } from './match.ts';
import { findMatches } from './find-matches.ts';
import type { SearchRequest } from './request.ts';
import { TypedWord } from './typed-word.ts';

/** What a search has found. */
export interface RegionSearchResult {
  /** The best first, as many as were asked for. */
  matches: Match[];
  /** Nothing has the words as they were typed: they are taken for others. */
  isFuzzy: boolean;
}

/**
 * Searches a region in three passes, each only where the one before was not enough: former names of localities count where
 * no present name has all words whole, typing mistakes where nothing answers without.
 */
export async function searchRegion(files: RegionFiles, request: SearchRequest): Promise<RegionSearchResult> {
  request.signal?.throwIfAborted();
  let found = await findMatches(files, request, { isFuzzy: false, former: namesOf([]) });
  if (found.some((match) => matchQuality(match, false) === 'exact'))
    return bestMatches(found, false, request);
  const former = await formerNames(files, request, false);
  if (former.all.length > 0) found = await findMatches(files, request, { isFuzzy: false, former });
  if (found.length > 0) return bestMatches(found, false, request);
  const pass = { isFuzzy: true, former: await formerNames(files, request, true) };
  return bestMatches(await findMatches(files, request, pass), true, request);
}

/** Former names that have a word which was typed. */
async function formerNames(
  files: RegionFiles,
  { queries, signal }: SearchRequest,
  isFuzzy: boolean,
): Promise<FormerNames> {
  signal?.throwIfAborted();
  const known = await files.formerNames();
  const named = new Set<number>();
  for (const word of queries.flatMap(({ words }) => words))
    if (known && word.length > 1) new TypedWord(word, isFuzzy).scan(known.words, (i) => named.add(i));
  return namesOf(known?.all.filter((_, i) => named.has(i)) ?? []);
}

const namesOf = (all: FormerNames['all']): FormerNames => ({
  all,
  words: WordIndex.of(all.map(({ name }) => wordsOf(name))),
});

/** The best matches, each address once. */
function bestMatches(found: Match[], isFuzzy: boolean, { near, limit }: SearchRequest): RegionSearchResult {
  const seen = new Set<string>();
  const matches = found.sort(compareMatches(near)).filter(({ street, locality, house, flat }) => {
    const key = [(street ?? locality).code, house, flat].join();
    return !seen.has(key) && seen.add(key);
  });
  return { matches: matches.slice(0, limit), isFuzzy };
}
