import { countInWords } from '../catalogue/wording.ts';
import { loadSearchIndex } from './load-index.ts';
import { searchCatalogue, type CatalogueResults, type SearchIndex } from './search-catalogue.ts';
import { renderResult, showFilterCounts } from './render-result.ts';

/**
 * The script of the search page: reads the form and the address bar, shows results. Nothing leaves the browser but requests for
 * files. There is one page, so its state stands in the module.
 */

const RESULTS_PER_PAGE = 10;

/** The element with `data-search="name"` (`SearchForm.astro`, `SearchResults.astro`). Throws where the page has none. */
function searchElement<E extends HTMLElement>(name: string, type: new () => E): E {
  const element = document.querySelector(`[data-search="${name}"]`);
  if (!(element instanceof type)) throw new Error(`the search page has no ${name}`);
  return element;
}

const form = searchElement('form', HTMLFormElement);
const input = searchElement('query', HTMLInputElement);
const list = searchElement('results', HTMLOListElement);
const status = searchElement('status', HTMLElement);
const note = searchElement('note', HTMLElement);
const nothing = searchElement('nothing', HTMLElement);
const failure = searchElement('failure', HTMLElement);
const more = searchElement('more', HTMLButtonElement);
const template = searchElement('result', HTMLTemplateElement);
const selects = [...form.querySelectorAll('select')];

let index: Promise<SearchIndex> | undefined;
let shownResults: CatalogueResults | undefined;
/** Searches are numbered from 1. */
let lastSearch = 0;

/** Loads the index once; again only after it has failed. */
const requireIndex = () => (index ??= loadSearchIndex());

/** Reads the form, searches, shows. Results that come when a later search has begun are dropped. */
async function search(): Promise<void> {
  const number = ++lastSearch;
  const query = input.value.trim();
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
    const first = await renderResults(results, 0);
    if (number !== lastSearch) return;
    shownResults = results;
    clearResults();
    appendResults(first);
    showSummary(results, query);
  } catch (error) {
    console.error(error);
    index = undefined;
    clearResults();
    failure.hidden = false;
  }
}

function clearResults(): void {
  list.replaceChildren();
  for (const element of [note, nothing, failure, more]) element.hidden = true;
  status.textContent = '';
}

/** Says how many results there are, how the query was read, and how many each filter would leave. */
function showSummary({ hits, counts, repairedQuery, isPartial }: CatalogueResults, query: string): void {
  nothing.hidden = hits.length > 0;
  note.hidden = repairedQuery === undefined && !isPartial;
  note.textContent = [
    repairedQuery !== undefined && `Похоже, клавиатура была английской. Искали «${repairedQuery}».`,
    isPartial && 'Всех слов сразу нет нигде. Показываем, где есть хотя бы одно.',
  ]
    .filter(Boolean)
    .join(' ');
  status.textContent = hits.length
    ? `Найдено: ${countInWords(hits.length, ['результат', 'результата', 'результатов'])}${query && ` по запросу «${query}»`}`
    : 'Ничего не найдено';
  if (counts) showFilterCounts(selects, counts);
}

/** One page of results, from that number on. */
const renderResults = ({ hits, words }: CatalogueResults, from: number) =>
  Promise.all(hits.slice(from, from + RESULTS_PER_PAGE).map((hit) => renderResult(template, hit, words)));

function appendResults(results: readonly DocumentFragment[]): void {
  list.append(...results);
  more.hidden = list.children.length >= (shownResults?.hits.length ?? 0);
}

/** Shows the next results, and moves focus to the first of them. */
async function showMore(): Promise<void> {
  const [results, from] = [shownResults, list.children.length];
  if (!results) return;
  const next = await renderResults(results, from);
  if (results !== shownResults) return;
  appendResults(next);
  list.children[from]?.querySelector('a')?.focus();
}

/** Writes query and filters into the address bar, so that a search can be sent and kept: `?q=садик&level=federal`. */
function saveToAddressBar(method: 'pushState' | 'replaceState'): void {
  const data = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  history[method](null, '', `?${new URLSearchParams(data)}`);
}

/** Fills the form in from the address bar, and searches. */
function readAddressBar(): void {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get('q') ?? '';
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
input.addEventListener('focus', () => void requireIndex().catch(() => (index = undefined)), { once: true });
more.addEventListener('click', () => void showMore());
addEventListener('popstate', readAddressBar);
readAddressBar();
