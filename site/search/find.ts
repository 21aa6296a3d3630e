import { fold, isKnown, keyWords, readings } from './typed.ts';

/** Of Pagefind, what is used here. https://pagefind.app/docs/api/ */
export interface Engine {
  search(term: string | null, options?: { filters?: Filters }): Promise<EngineAnswer>;
}

interface EngineAnswer {
  results: Hit[];
  filters: Counts;
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

export type Filters = Record<string, string>;
/** How many results each value of each filter would leave. */
export type Counts = Record<string, Record<string, number>>;

export interface Found {
  hits: Hit[];
  counts: Counts | undefined;
  /** The words looked for. */
  words: string[];
  /** What was looked for instead of what was typed: the keyboard had been in the wrong language. */
  repaired: string | undefined;
  /** True where nothing has all the words, and the hits have some of them. */
  partial: boolean;
}

/**
 * Looks for a query as it is best read: as typed, or with the keyboard's language repaired, whichever has more words that are known
 * here. Pagefind takes an unknown word for any that begins alike, so unknown words are left out. An empty query finds all that
 * the filters leave.
 */
export async function find(
  engine: Engine,
  vocabulary: readonly string[],
  query: string,
  filters: Filters,
): Promise<Found> {
  const ways = readings(query).map((reading) => {
    const words = keyWords(reading);
    const known = words.filter((word) => isKnown(word, vocabulary));
    return { reading, known, share: known.length / words.length };
  });
  const [best] = ways.sort((a, b) => b.share - a.share);
  if (best && !best.known.length)
    return { hits: [], counts: undefined, words: [], repaired: undefined, partial: false };
  const words = best?.known ?? [];
  const repaired = best && best.reading !== fold(query) ? best.reading : undefined;
  const term = words.join(' ') || null;
  const answer = await engine.search(term, { filters });
  if (answer.unfilteredResultCount || words.length < 2) {
    const counts = { ...answer.filters, ...(await countsWithout(engine, term, filters)) };
    return { hits: answer.results, counts, words, repaired, partial: best !== undefined && best.share < 1 };
  }
  return {
    hits: await findAnyWord(engine, words, filters),
    counts: undefined,
    words,
    repaired,
    partial: true,
  };
}

/** For every filter in use, what its other values would leave: as if it alone were not in use. */
async function countsWithout(engine: Engine, term: string | null, filters: Filters): Promise<Counts> {
  const counts = Object.keys(filters).map(async (name) => {
    const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
    return [name, (await engine.search(term, { filters: others })).filters[name] ?? {}] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

/** What has some of the words: the more of them and the better, the earlier. */
async function findAnyWord(engine: Engine, words: readonly string[], filters: Filters): Promise<Hit[]> {
  const answers = await Promise.all(words.map((word) => engine.search(word, { filters })));
  const best = new Map<string, { hit: Hit; words: number; score: number }>();
  for (const hit of answers.flatMap(({ results }) => results)) {
    const before = best.get(hit.id);
    best.set(hit.id, { hit, words: (before?.words ?? 0) + 1, score: (before?.score ?? 0) + hit.score });
  }
  return [...best.values()].sort((a, b) => b.words - a.words || b.score - a.score).map(({ hit }) => hit);
}
