import { countInWords } from '../catalogue/wording.ts';
import { loadSearchIndex } from './load-index.ts';
import { searchCatalogue, type CatalogueResults, type SearchIndex } from './search-catalogue.ts';
import { renderResult, showFilterCounts } from './render-result.ts';

/**
 * The script of the search page: reads the form and the address bar, shows results. Nothing leaves the browser but requests for
 * files. There is one page, so its state stands in the module.
 */

const RESULTS_PER_PAGE = 10;

/** The element with `data-search="name"` (`SearchForm.astro`, `SearchResults.astro`). Throws if the page has none. */
function searchElement<E extends HTMLElement>(name: string, type: new () => E): E {
  const element = document.querySelector(`[data-search="${name}"]`);
  if (!(element instanceof type)) throw new Error(`the search page has no ${name}`);
  return element;
}

const form = searchElement('form', HTMLFormElement);
const queryInput = searchElement('query', HTMLInputElement);
const resultList = searchElement('results', HTMLOListElement);
const statusLine = searchElement('status', HTMLElement);
const noteLine = searchElement('note', HTMLElement);
const nothingFound = searchElement('nothing', HTMLElement);
const failureNotice = searchElement('failure', HTMLElement);
const moreButton = searchElement('more', HTMLButtonElement);
const resultTemplate = searchElement('result', HTMLTemplateElement);
const selects = [...form.querySelectorAll('select')];

let indexPromise: Promise<SearchIndex> | undefined;
/** The results of which the first pages are shown. */
let shownResults: CatalogueResults | undefined;
/** Number of the search that began last, from 1. */
let latestSearchNumber = 0;

/** Loads the index at the first call, and again only if that has failed. */
const requireIndex = () => (indexPromise ??= loadSearchIndex());

/** Reads the form, searches, shows. Results that come when a later search has begun are dropped. */
async function search(): Promise<void> {
  const number = ++latestSearchNumber;
  const query = queryInput.value.trim();
  const filters = Object.fromEntries(
    selects.filter(({ value }) => value).map(({ name, value }) => [name, value]),
  );
  document.title = document.title.replace(/^.*?(?=Поиск)/, query ? `${query} — ` : '');
  if (!query && !Object.keys(filters).length) {
    clearResults();
    return;
  }
  try {
    const results = await searchCatalogue(await requireIndex(), query, filters);
    const firstPage = await renderResults(results, 0);
    if (number !== latestSearchNumber) return;
    shownResults = results;
    clearResults();
    appendResults(firstPage);
    showSummary(results, query);
  } catch (error) {
    console.error(error);
    indexPromise = undefined;
    clearResults();
    failureNotice.hidden = false;
    statusLine.textContent = 'Поиск не загрузился';
  }
}

/** Empties the list of results, and hides all messages. */
function clearResults(): void {
  resultList.replaceChildren();
  for (const element of [noteLine, nothingFound, failureNotice, moreButton]) element.hidden = true;
  statusLine.textContent = '';
}

/** Says how many results there are, how the query was read, and how many each filter would leave. */
function showSummary({ hits, counts, repairedQuery, isPartial }: CatalogueResults, query: string): void {
  nothingFound.hidden = hits.length > 0;
  noteLine.hidden = repairedQuery === undefined && !isPartial;
  noteLine.textContent = [
    repairedQuery !== undefined && `Похоже, клавиатура была английской. Искали «${repairedQuery}».`,
    isPartial && 'Всех слов сразу нет нигде. Показываем, где есть хотя бы одно.',
  ]
    .filter(Boolean)
    .join(' ');
  statusLine.textContent = hits.length
    ? `Найдено: ${countInWords(hits.length, ['результат', 'результата', 'результатов'])}${query && ` по запросу «${query}»`}`
    : `Ничего не найдено${query && ` по запросу «${query}»`}`;
  if (counts) showFilterCounts(selects, counts);
}

/** Renders one page of results: from the result `from` on, counted from 0. */
const renderResults = ({ hits, words }: CatalogueResults, from: number) =>
  Promise.all(
    hits.slice(from, from + RESULTS_PER_PAGE).map((hit) => renderResult(resultTemplate, hit, words)),
  );

/** Adds results to the list. Shows the button «more» if there are further ones. */
function appendResults(results: readonly DocumentFragment[]): void {
  resultList.append(...results);
  moreButton.hidden = resultList.children.length >= (shownResults?.hits.length ?? 0);
}

/** Shows the next results, and moves focus to the first of them. */
async function showMore(): Promise<void> {
  const [results, from] = [shownResults, resultList.children.length];
  if (!results) return;
  const nextPage = await renderResults(results, from);
  if (results !== shownResults) return;
  appendResults(nextPage);
  resultList.children[from]?.querySelector('a')?.focus();
}

/** Writes query and filters into the address bar, so that a search can be sent and kept: `?q=садик&level=federal`. */
function saveToAddressBar(method: 'pushState' | 'replaceState'): void {
  const data = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  history[method](null, '', `?${new URLSearchParams(data)}`);
}

/** Fills the form in from the address bar, and searches. */
function readAddressBar(): void {
  const parameters = new URLSearchParams(location.search);
  queryInput.value = parameters.get('q') ?? '';
  for (const select of selects) {
    const value = parameters.get(select.name) ?? '';
    select.value = [...select.options].some((option) => option.value === value) ? value : '';
  }
  void search();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  saveToAddressBar('pushState');
  void search();
});
for (const select of selects) {
  select.addEventListener('change', () => {
    saveToAddressBar('replaceState');
    void search();
  });
}
queryInput.addEventListener('focus', () => void requireIndex().catch(() => (indexPromise = undefined)), {
  once: true,
});
moreButton.addEventListener('click', () => void showMore());
addEventListener('popstate', readAddressBar);
readAddressBar();
