import type { FilterCounts, PagefindEngine, SearchIndex } from './search-catalogue.ts';

/**
 * Settings of Pagefind: a word weighs the same in long and short texts, so that a complete card is not worse.
 * https://pagefind.app/docs/ranking/
 */
const RANKING = { pageLength: 0, termSaturation: 2, metaWeights: { title: 1 } };

/** The module `pagefind.js`, with what is called before the first search. */
interface Pagefind extends PagefindEngine {
  options(options: { ranking: typeof RANKING }): Promise<void>;
  filters(): Promise<FilterCounts>;
}

/** Where `site/integrations/search-index.ts` has written the index. */
const INDEX_PATH = '/search/index/';

/** Loads Pagefind and the vocabulary. Rejects if a file cannot be loaded. */
export async function loadSearchIndex(): Promise<SearchIndex> {
  const [engine, vocabulary] = await Promise.all([loadEngine(), loadVocabulary()]);
  return { engine, vocabulary };
}

/** Loads Pagefind, and makes it ready to search. */
async function loadEngine(): Promise<PagefindEngine> {
  const pagefind = (await import(/* @vite-ignore */ `${INDEX_PATH}pagefind.js`)) as Pagefind;
  await pagefind.options({ ranking: RANKING });
  // Loads the filters: a search counts only the values of filters that are loaded.
  await pagefind.filters();
  return pagefind;
}

async function loadVocabulary(): Promise<string[]> {
  const response = await fetch(`${INDEX_PATH}words.json`);
  if (!response.ok) throw new Error(`words.json: ${response.status}`);
  return (await response.json()) as string[];
}
