import { normalizeText, isInVocabulary, withoutStopWords, queryVariants } from './query.ts';

/** The part of Pagefind that is used here. https://pagefind.app/docs/api/ */
export interface PagefindEngine {
  search(term: string | null, options?: { filters?: SelectedFilters }): Promise<EngineResult>;
}

/** What one search of Pagefind gives. */
interface EngineResult {
  /** Best first. */
  results: Hit[];
  /** How many of the results have each value of each filter. */
  filters: FilterCounts;
  /** How many results there would be without filters. */
  unfilteredResultCount: number;
}

/** One record that Pagefind has found. Its text is fetched only when it is shown. */
export interface Hit {
  /** The same for a record in every search. */
  id: string;
  /** How well it fits: more is better. Numbers of different searches may be added up. */
  score: number;
  /** Fetches what is shown of it: one small file. */
  data(): Promise<HitData>;
}

/** What is shown of a record. */
interface HitData {
  url: string;
  /** The whole text of the record. */
  content: string;
  /** The title, the lead and the kind of the record, by these names. */
  meta: Record<string, string>;
}

/** What the search needs of the catalogue: Pagefind with its index, and all words of the records (`query.ts`, `vocabularyOf`). */
export interface SearchIndex {
  /** Pagefind, with its files loaded. */
  engine: PagefindEngine;
  /** Beginnings of words, sorted. */
  vocabulary: readonly string[];
}

/** The filters that are set, with one value each: `{ level: 'federal' }`. */
export type SelectedFilters = Record<string, string>;
/** How many results each value of each filter would leave: `{ level: { federal: 9, regional: 4 } }`. */
export type FilterCounts = Record<string, Record<string, number>>;

/** What the search page shows. */
export interface CatalogueResults {
  /** Best first. */
  hits: Hit[];
  /** `undefined` if the vocabulary knows none of the words, or no record has all of them: then nothing was counted. */
  counts: FilterCounts | undefined;
  /** The words looked for. */
  words: string[];
  /** The query that was searched for instead of the typed one, if the keyboard had been in the wrong language. */
  repairedQuery: string | undefined;
  /** Whether the hits need not have all words of the query: some are not in the vocabulary, or no record has all of them. */
  isPartial: boolean;
}

/** One way to read a query, and which of its words the vocabulary knows. */
interface Reading {
  text: string;
  /** Its words that are in the vocabulary. */
  knownWords: string[];
  /** Share of the known words among all its words, from 0 to 1. */
  knownShare: number;
}

/**
 * Searches for a query as it was typed, or with the keyboard's language repaired, whichever has the greater share of words that
 * the vocabulary knows. Leaves unknown words out, because Pagefind would find any word that begins like them. An empty query
 * finds all that the filters leave.
 */
export async function searchCatalogue(
  { engine, vocabulary }: SearchIndex,
  query: string,
  filters: SelectedFilters,
): Promise<CatalogueResults> {
  const best = bestReading(query, vocabulary);
  const words = best?.knownWords ?? [];
  if (best && !words.length)
    return { hits: [], counts: undefined, words, repairedQuery: undefined, isPartial: false };
  const repairedQuery = best && best.text !== normalizeText(query) ? best.text : undefined;
  const term = words.join(' ') || null;
  const { results, filters: filterCounts, unfilteredResultCount } = await engine.search(term, { filters });
  if (!unfilteredResultCount && words.length > 1) {
    const hits = await findAnyWord(engine, words, filters);
    return { hits, counts: undefined, words, repairedQuery, isPartial: true };
  }
  const counts = { ...filterCounts, ...(await countsForOtherChoices(engine, term, filters)) };
  return {
    hits: results,
    counts,
    words,
    repairedQuery,
    isPartial: best !== undefined && best.knownShare < 1,
  };
}

/**
 * The reading with the greatest share of known words; of two with the same share, the first. `undefined` for an empty query.
 * «cflbr» is read as «садик», because the vocabulary has nothing like «cflbr».
 */
function bestReading(query: string, vocabulary: readonly string[]): Reading | undefined {
  const readings = queryVariants(query).map((text) => {
    const words = withoutStopWords(text);
    const knownWords = words.filter((word) => isInVocabulary(word, vocabulary));
    return { text, knownWords, knownShare: knownWords.length / words.length };
  });
  return readings.sort((a, b) => b.knownShare - a.knownShare)[0];
}

/**
 * Counts the values of each filter in use as if this one filter were not in use. With `level: 'federal'` chosen, `regional` has
 * the number of results that choosing it instead would give.
 */
async function countsForOtherChoices(
  engine: PagefindEngine,
  term: string | null,
  filters: SelectedFilters,
): Promise<FilterCounts> {
  const counts = Object.keys(filters).map(async (name) => {
    const otherFilters = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
    return [name, (await engine.search(term, { filters: otherFilters })).filters[name] ?? {}] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

/**
 * Finds records that have some of the words. Those with more words come first, then those with the greater sum of scores: a
 * record with two words and the scores 5 and 1 comes before one with one word and the score 9.
 */
async function findAnyWord(
  engine: PagefindEngine,
  words: readonly string[],
  filters: SelectedFilters,
): Promise<Hit[]> {
  const searches = await Promise.all(words.map((word) => engine.search(word, { filters })));
  const totals = new Map<string, { hit: Hit; words: number; score: number }>();
  for (const hit of searches.flatMap(({ results }) => results)) {
    const totalsBefore = totals.get(hit.id) ?? { words: 0, score: 0 };
    totals.set(hit.id, { hit, words: totalsBefore.words + 1, score: totalsBefore.score + hit.score });
  }
  return [...totals.values()].sort((a, b) => b.words - a.words || b.score - a.score).map(({ hit }) => hit);
}
