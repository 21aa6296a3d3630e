import { countInWords } from '../catalogue/wording.ts';
import { allHits, filterHits, type FilterCounts, type SelectedFilters } from './filter-hits.ts';
import type { IndexReader } from './index-reader.ts';
import { loadFragment, loadPagefind, openIndex } from './load-files.ts';
import { searchCatalogue, type CatalogueResults } from './search-catalogue.ts';
import { excerptOf } from './excerpt.ts';
import { showResult, type ShownResult } from './shown-result.ts';

/** What the page shows for one query. */
export interface PageResults extends CatalogueResults {
  query: string;
  /** How many results the values of the filters would leave; `undefined` where no filter is in use. */
  counts: FilterCounts | undefined;
  /** Gives results from the one with the number `from` on, counted from 0. */
  show(from: number, count: number): Promise<ShownResult[]>;
}

/** The search with its files, which are loaded when they are needed. */
export class PageSearch {
  readonly #folder: URL;

  /** `folder` is the address of the index. */
  constructor(folder: URL) {
    this.#folder = folder;
  }

  /** Loads what every search needs. */
  open(): Promise<IndexReader> {
    return openIndex(this.#folder);
  }

  /** Finds what fits a query and the filters. An empty query finds all that the filters leave. */
  async search(query: string, filters: SelectedFilters): Promise<PageResults> {
    const index = await this.open();
    const found = await searchCatalogue(index, query);
    const isFiltered = Object.keys(filters).length > 0;
    const hits = query ? found.hits : allHits(index.start);
    const filtered = isFiltered ? filterHits(hits, await index.filterLists(), filters) : undefined;
    const results = { ...found, hits: filtered?.hits ?? hits };
    return {
      ...results,
      query,
      counts: filtered?.counts,
      show: (from, count) =>
        Promise.all(
          results.hits.slice(from, from + count).map(({ record }) =>
            showResult(index, record, {
              ...found,
              loadText: (fragment) => loadFragment(this.#folder, fragment),
            }),
          ),
        ),
    };
  }

  /** Counts what the values of the filters would leave of results. */
  async count({ hits }: Pick<PageResults, 'hits'>): Promise<FilterCounts> {
    return filterHits(hits, await (await this.open()).filterLists(), {}).counts;
  }

  /** Searches the full texts of all pages: where a word stands only deep in a text. */
  async searchTexts(
    query: string,
    { stems }: Pick<PageResults, 'stems'>,
    count: number,
  ): Promise<ShownResult[]> {
    const pagefind = await loadPagefind(this.#folder);
    const { results } = await pagefind.search(query);
    const texts = await Promise.all(results.slice(0, count).map((result) => result.data()));
    return texts.map(({ url, raw_url, content, meta }) => ({
      url: raw_url ?? url,
      kind: meta['kind'] ?? '',
      title: meta['title'] ?? '',
      excerpt: excerptOf(content, meta['lead'] ?? '', stems),
      answers: [],
    }));
  }
}

/** How many results there are: «Найдено: 3 результата по запросу «садик»». */
export function resultsInWords({ hits, query, caseNumber, isAbsent }: PageResults): string {
  const behind = query && ` по запросу «${query}»`;
  if (caseNumber) return `Это номер заявления${behind}`;
  if (!hits.length) return `Ничего не найдено${behind}`;
  const count = countInWords(hits.length, ['результат', 'результата', 'результатов']);
  return isAbsent ? `Точного ответа нет${behind}. Похожее: ${count}` : `Найдено: ${count}${behind}`;
}
