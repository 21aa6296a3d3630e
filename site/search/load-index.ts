import type { FilterCounts, PagefindEngine, SearchIndex } from './search-catalogue.ts';

/** Weigh words alike in long and short texts: a card is not worse for being complete. https://pagefind.app/docs/ranking/ */
const RANKING = { pageLength: 0, termSaturation: 2, metaWeights: { title: 1 } };

interface Pagefind extends PagefindEngine {
  options(options: { ranking: typeof RANKING }): Promise<void>;
  filters(): Promise<FilterCounts>;
}

/** Where `site/integrations/search-index.ts` has written it. */
const INDEX = '/search/index/';

/** Loads Pagefind and the vocabulary. Rejects where a file does not come. */
export async function loadSearchIndex(): Promise<SearchIndex> {
  const [engine, vocabulary] = await Promise.all([loadEngine(), loadVocabulary()]);
  return { engine, vocabulary };
}

async function loadEngine(): Promise<PagefindEngine> {
  const pagefind = (await import(/* @vite-ignore */ `${INDEX}pagefind.js`)) as Pagefind;
  await pagefind.options({ ranking: RANKING });
  // Counts are given for filters only that are there already.
  await pagefind.filters();
  return pagefind;
}

async function loadVocabulary(): Promise<string[]> {
  const response = await fetch(`${INDEX}words.json`);
  if (!response.ok) throw new Error(`words.json: ${response.status}`);
  return (await response.json()) as string[];
}
