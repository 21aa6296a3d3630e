import { countInWords } from '../catalogue/wording.ts';
import { allHits, filterHits, type FilterCounts, type SelectedFilters } from './filter-hits.ts';
import type { IndexReader } from './index-reader.ts';
import { loadParagraphs, openIndex } from './load-files.ts';
import { searchCatalogue, type CatalogueResults } from './search-catalogue.ts';
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
  readonly #siteRoot: URL;

  /** `siteRoot` is where the catalogue begins. */
  constructor(siteRoot: URL) {
    this.#siteRoot = siteRoot;
  }

  /** Loads what every search needs. */
  open(): Promise<IndexReader> {
    return openIndex(new URL('search/index/', this.#siteRoot));
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
              loadParagraphs: (url) => loadParagraphs(new URL(url.slice(1), this.#siteRoot)),
            }),
          ),
        ),
    };
  }

  /** Counts what the values of the filters would leave of results. */
  async count({ hits }: Pick<PageResults, 'hits'>): Promise<FilterCounts> {
    return filterHits(hits, await (await this.open()).filterLists(), {}).counts;
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
