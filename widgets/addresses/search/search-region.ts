import { splitWords } from '../../text/words.ts';
import type { RegionFiles } from '../index/region-files.ts';
import type { FormerNames } from '../index/word-files.ts';
import { WordIndex } from '../index/word-index.ts';
import { compareMatches, matchQuality } from './compare-matches.ts';
import { GIVEN_UP_COST } from './costs.ts';
import type { Match } from './match.ts';
import { findMatches } from './find-matches.ts';
import type { SearchPass } from './region-query.ts';
import type { SearchRequest } from './request.ts';
import { TypedWord } from './typed-word.ts';

/** The result of a search in a region. */
export interface RegionSearchResult {
  /** The best first, at most `limit`. */
  matches: Match[];
  /** True if nothing matched without typing mistakes. */
  isFuzzy: boolean;
}

/**
 * Searches a region in up to five passes: current names; former names of localities too, if the first pass has no match in whole
 * words; typing mistakes, if there are no matches yet; then without words that nothing has.
 */
export async function searchRegion(files: RegionFiles, request: SearchRequest): Promise<RegionSearchResult> {
  request.signal?.throwIfAborted();
  let matches = await findMatches(files, request, {
    isFuzzy: false,
    former: indexNames([]),
    tokens: new Map(),
  });
  const hasForms = request.queries.some(({ hasOtherCases }) => hasOtherCases);
  // «На Советской» is rather Советская than Советской Армии.
  const isMeant = (match: Match) =>
    matchQuality(match, false) === 'exact' && !(hasForms && match.untypedWords);
  if (matches.some(isMeant)) return bestMatches(matches, false, request);
  const former = await matchingFormerNames(files, request, hasForms);
  if (hasForms || former.names.length > 0)
    matches = await findMatches(files, request, { isFuzzy: false, hasForms, former, tokens: new Map() });
  if (matches.length > 0) return bestMatches(matches, false, request);
  const misspelt = await matchingFormerNames(files, request, true);
  const fuzzy = { isFuzzy: true, former: misspelt, tokens: new Map() };
  matches = await findMatches(files, request, fuzzy);
  const { bounds } = request;
  // Where no street is asked for, what is left of a line would be any locality.
  if (matches.length === 0 && (!bounds || bounds === 'street'))
    matches = await matchesOfParts(files, request, [{ isFuzzy: false, former, tokens: new Map() }, fuzzy]);
  return bestMatches(matches, true, request);
}

/** The matches for which the fewest words have to be given up, of the first pass that has any. */
async function matchesOfParts(
  files: RegionFiles,
  request: SearchRequest,
  passes: SearchPass[],
): Promise<Match[]> {
  // Of one word nothing would be left.
  const queries = request.queries.filter(({ words }) => words.length > 1);
  for (const pass of passes) {
    const matches = await findMatches(files, { ...request, queries }, { ...pass, canGiveUp: true });
    // Those for which more words were given up are worse by another order.
    const mostCost = Math.min(...matches.map(({ cost }) => cost)) + GIVEN_UP_COST / 2;
    const best = matches.filter(({ cost }) => cost < mostCost);
    if (best.length > 0) return best;
  }
  return [];
}

/** The former names that have at least one of the typed words; with `isFuzzy`, also with typing mistakes. */
async function matchingFormerNames(
  files: RegionFiles,
  { queries, signal }: SearchRequest,
  isFuzzy: boolean,
): Promise<FormerNames> {
  signal?.throwIfAborted();
  const former = await files.formerNames();
  const matching = new Set<number>();
  for (const word of queries.flatMap(({ words }) => words))
    if (former && word.length > 1) new TypedWord(word, isFuzzy).scan(former.words, (i) => matching.add(i));
  return indexNames(former?.names.filter((_, i) => matching.has(i)) ?? []);
}

/** The names with an index of their words. */
const indexNames = (names: FormerNames['names']): FormerNames => ({
  names,
  words: WordIndex.of(names.map(({ name }) => splitWords(name))),
});

/** The best matches, each address once: a query that was read in two ways may find it twice. */
function bestMatches(found: Match[], isFuzzy: boolean, { near, limit }: SearchRequest): RegionSearchResult {
  const seen = new Set<string>();
  const matches = found.sort(compareMatches(near)).filter((match) => {
    const { street, locality, house, ifListed, flat, details } = match;
    const key = [(street ?? locality).code, house, ifListed, flat, details].join();
    return !seen.has(key) && seen.add(key);
  });
  return { matches: matches.slice(0, limit), isFuzzy };
}
