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

export interface Hit {
  id: string;
  score: number;
  data(): Promise<HitData>;
}

interface HitData {
  url: string;
  /** The whole text of the record. */
  content: string;
  meta: Record<string, string>;
}

export type SelectedFilters = Record<string, string>;
/** How many results each value of each filter would leave. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface CatalogueResults {
  hits: Hit[];
  counts: FilterCounts | undefined;
  /** The words looked for. */
  words: string[];
  /** What was looked for instead of what was typed: the keyboard had been in the wrong language. */
  repairedQuery: string | undefined;
  /** True where nothing has all the words, and the hits have some of them. */
  isPartial: boolean;
}

/**
 * Looks for a query as it is best read: as typed, or with the keyboard's language repaired, whichever has more words that are known
 * here. Pagefind takes an unknown word for any that begins alike, so unknown words are left out. An empty query finds all that
 * the filters leave.
 */
export async function searchCatalogue(
  engine: PagefindEngine,
  vocabulary: readonly string[],
  query: string,
  filters: SelectedFilters,
): Promise<CatalogueResults> {
  const ways = queryVariants(query).map((reading) => {
    const words = withoutStopWords(reading);
    const known = words.filter((word) => isInVocabulary(word, vocabulary));
    return { reading, known, share: known.length / words.length };
  });
  const [best] = ways.sort((a, b) => b.share - a.share);
  if (best && !best.known.length)
    return { hits: [], counts: undefined, words: [], repairedQuery: undefined, isPartial: false };
  const words = best?.known ?? [];
  const repaired = best && best.reading !== normalizeText(query) ? best.reading : undefined;
  const term = words.join(' ') || null;
  const answer = await engine.search(term, { filters });
  if (answer.unfilteredResultCount || words.length < 2) {
    const counts = { ...answer.filters, ...(await countsWithout(engine, term, filters)) };
    return {
      hits: answer.results,
      counts,
      words,
      repairedQuery: repaired,
      isPartial: best !== undefined && best.share < 1,
    };
  }
  return {
    hits: await findAnyWord(engine, words, filters),
    counts: undefined,
    words,
    repairedQuery: repaired,
    isPartial: true,
  };
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

/** What has some of the words: the more of them and the better, the earlier. */
async function findAnyWord(
  engine: PagefindEngine,
  words: readonly string[],
  filters: SelectedFilters,
): Promise<Hit[]> {
  const answers = await Promise.all(words.map((word) => engine.search(word, { filters })));
  const best = new Map<string, { hit: Hit; words: number; score: number }>();
  for (const hit of answers.flatMap(({ results }) => results)) {
    const before = best.get(hit.id);
    best.set(hit.id, { hit, words: (before?.words ?? 0) + 1, score: (before?.score ?? 0) + hit.score });
  }
  return [...best.values()].sort((a, b) => b.words - a.words || b.score - a.score).map(({ hit }) => hit);
}
