import type { RegionFiles } from '../index/region-files.ts';
import type { FormerName } from '../index/word-files.ts';
import { compareMatches, sureness } from './compare.ts';
import type { Match } from './match.ts';
import { findMatches } from './region-search.ts';
import type { SearchRequest } from './request.ts';
import { findOwners, typedWord } from './typed-word.ts';

/** What a search has found. */
export interface SearchResult {
  /** The best first, as many as were asked for. */
  matches: Match[];
  /** Nothing has the words as they were typed: they are taken for others. */
  isFuzzy: boolean;
}

/**
 * Searches a region in three passes, each only where the one before was not enough: former names of localities count where
 * no present name has all words whole, typing mistakes where nothing answers without.
 */
export async function searchRegion(files: RegionFiles, request: SearchRequest): Promise<SearchResult> {
  request.signal?.throwIfAborted();
  let found = await findMatches(files, request, { isFuzzy: false, former: [] });
  if (found.some((match) => sureness(match, false) === 'exact')) return resultOf(found, false, request);
  const former = await formerNames(files, request, false);
  if (former.length > 0) found = await findMatches(files, request, { isFuzzy: false, former });
  if (found.length > 0) return resultOf(found, false, request);
  const pass = { isFuzzy: true, former: await formerNames(files, request, true) };
  return resultOf(await findMatches(files, request, pass), true, request);
}

/** Former names that have a word which was typed. */
async function formerNames(
  files: RegionFiles,
  { queries, signal }: SearchRequest,
  isFuzzy: boolean,
): Promise<FormerName[]> {
  signal?.throwIfAborted();
  const former = await files.formerNames();
  if (!former) return [];
  const named = new Set<number>();
  for (const word of queries.flatMap(({ words }) => words))
    if (word.length > 1) findOwners(former.words, typedWord(word, isFuzzy), (i) => named.add(i));
  return former.all.filter((_, i) => named.has(i));
}

/** The best matches, each address once. */
function resultOf(found: Match[], isFuzzy: boolean, { near, limit }: SearchRequest): SearchResult {
  const seen = new Set<string>();
  const matches = found.sort(compareMatches(near)).filter(({ street, locality, house, flat }) => {
    const key = [(street ?? locality).code, house, flat].join();
    return !seen.has(key) && seen.add(key);
  });
  return { matches: matches.slice(0, limit), isFuzzy };
}
