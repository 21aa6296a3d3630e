import { fold, keyWords, readings } from './typed.ts';

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

export interface HitData {
  url: string;
  /** HTML with `<mark>`, everything else escaped. */
  excerpt: string;
  meta: Record<string, string>;
}

export type Filters = Record<string, string>;
/** How many results each value of each filter would leave. */
export type Counts = Record<string, Record<string, number>>;

export interface Found {
  hits: Hit[];
  counts: Counts | undefined;
  /** What was looked for instead of what was typed: the keyboard had been in the wrong language. */
  repaired: string | undefined;
  /** True where nothing has all the words, and the hits have some of them. */
  partial: boolean;
}

/**
 * Looks for a query as it can be read: as typed, without small words, with the keyboard's language repaired; at last for any of its
 * words. An empty query finds all that the filters leave.
 */
export async function find(engine: Engine, query: string, filters: Filters): Promise<Found> {
  const ways = readings(query);
  const note = (reading: string) => (reading === fold(query) ? undefined : reading);
  if (!ways.length) {
    const all = await engine.search(null, { filters });
    return { hits: all.results, counts: all.filters, repaired: undefined, partial: false };
  }
  for (const reading of ways) {
    for (const term of new Set([keyWords(reading).join(' '), reading])) {
      const answer = await engine.search(term, { filters });
      if (answer.unfilteredResultCount)
        return { hits: answer.results, counts: answer.filters, repaired: note(reading), partial: false };
    }
  }
  for (const reading of ways) {
    const hits = await findAnyWord(engine, keyWords(reading), filters);
    if (hits.length) return { hits, counts: undefined, repaired: note(reading), partial: true };
  }
  return { hits: [], counts: undefined, repaired: undefined, partial: false };
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
