import { normalizeText, isInVocabulary, withoutStopWords, queryVariants } from './query.ts';

/** Of Pagefind, what is used here. https://pagefind.app/docs/api/ */
export interface PagefindEngine {
  search(term: string | null, options?: { filters?: SelectedFilters }): Promise<EngineResult>;
}

interface EngineResult {
  results: Hit[];
  filters: FilterCounts;
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

interface HitData {
  url: string;
  /** The whole text of the record. */
  content: string;
  meta: Record<string, string>;
}

/** What the search needs of the catalogue: Pagefind with its index, and all words of the records (`query.ts`, `vocabularyOf`). */
export interface SearchIndex {
  /** Pagefind, with its files loaded. */
  engine: PagefindEngine;
  /** Beginnings of words, sorted. */
  vocabulary: readonly string[];
}

/** The filters in use, a value each: `{ level: 'federal' }`. */
export type SelectedFilters = Record<string, string>;
/** How many results each value of each filter would leave: `{ level: { federal: 9, regional: 4 } }`. */
export type FilterCounts = Record<string, Record<string, number>>;

/** What the search page shows. */
export interface CatalogueResults {
  /** Best first. */
  hits: Hit[];
  /** `undefined` where nothing was counted: no hit, or hits with some of the words only. */
  counts: FilterCounts | undefined;
  /** The words looked for. */
  words: string[];
  /** What was looked for instead of what was typed: the keyboard had been in the wrong language. */
  repairedQuery: string | undefined;
  /** True where nothing has all the words, and the hits have some of them. */
  isPartial: boolean;
}

/** One way to read a query, and what of it the catalogue knows. */
interface Reading {
  text: string;
  /** Its words that are in the vocabulary. */
  known: string[];
  /** Known words among all of its words, from 0 to 1. */
  share: number;
}

/**
 * Looks for a query as it is best read: as typed, or with the keyboard's language repaired, whichever has more words that are known
 * here. Pagefind takes an unknown word for any that begins alike, so unknown words are left out. An empty query finds all that
 * the filters leave.
 */
export async function searchCatalogue(
  { engine, vocabulary }: SearchIndex,
  query: string,
  filters: SelectedFilters,
): Promise<CatalogueResults> {
  const best = bestReading(query, vocabulary);
  const words = best?.known ?? [];
  if (best && !words.length)
    return { hits: [], counts: undefined, words, repairedQuery: undefined, isPartial: false };
  const repairedQuery = best && best.text !== normalizeText(query) ? best.text : undefined;
  const term = words.join(' ') || null;
  const { results, filters: left, unfilteredResultCount } = await engine.search(term, { filters });
  if (!unfilteredResultCount && words.length > 1) {
    const hits = await findAnyWord(engine, words, filters);
    return { hits, counts: undefined, words, repairedQuery, isPartial: true };
  }
  const counts = { ...left, ...(await countsWithout(engine, term, filters)) };
  return { hits: results, counts, words, repairedQuery, isPartial: best !== undefined && best.share < 1 };
}

/**
 * The reading of which most is known; of two that are alike the likelier. There is none of an empty query.
 * «cflbr» is read as «садик»: of «cflbr» nothing is known.
 */
function bestReading(query: string, vocabulary: readonly string[]): Reading | undefined {
  const readings = queryVariants(query).map((text) => {
    const words = withoutStopWords(text);
    const known = words.filter((word) => isInVocabulary(word, vocabulary));
    return { text, known, share: known.length / words.length };
  });
  return readings.sort((a, b) => b.share - a.share)[0];
}

/** For every filter in use, what its other values would leave: as if it alone were not in use. */
async function countsWithout(
  engine: PagefindEngine,
  term: string | null,
  filters: SelectedFilters,
): Promise<FilterCounts> {
  const counts = Object.keys(filters).map(async (name) => {
    const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
    return [name, (await engine.search(term, { filters: others })).filters[name] ?? {}] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

/**
 * Finds what has some of the words: the more of them and the better, the earlier. A record with two words and the scores 5 and 1
 * comes before one with one word and the score 9.
 */
async function findAnyWord(
  engine: PagefindEngine,
  words: readonly string[],
  filters: SelectedFilters,
): Promise<Hit[]> {
  const searches = await Promise.all(words.map((word) => engine.search(word, { filters })));
  const totals = new Map<string, { hit: Hit; words: number; score: number }>();
  for (const hit of searches.flatMap(({ results }) => results)) {
    const before = totals.get(hit.id) ?? { words: 0, score: 0 };
    totals.set(hit.id, { hit, words: before.words + 1, score: before.score + hit.score });
  }
  return [...totals.values()].sort((a, b) => b.words - a.words || b.score - a.score).map(({ hit }) => hit);
}
