import { countInWords } from '../catalogue/wording.ts';
import {
  searchCatalogue,
  type FilterCounts,
  type PagefindEngine,
  type CatalogueResults,
} from './search-catalogue.ts';
import { renderResult, showFilterCounts } from './render-result.ts';

/** The search page at work: the form and the address bar in, results out. Nothing leaves the browser but requests for files. */

const RESULTS_PER_PAGE = 10;
/** Weigh words alike in long and short texts: a card is not worse for being complete. */
const RANKING = { pageLength: 0, termSaturation: 2, metaWeights: { title: 1 } };

interface Pagefind extends PagefindEngine {
  options(options: { ranking: typeof RANKING }): Promise<void>;
  filters(): Promise<FilterCounts>;
}

const INDEX = '/search/index/';
let index: Promise<[PagefindEngine, string[]]> | undefined;
const loadIndex = () => (index ??= Promise.all([loadEngine(), loadWords()]));

async function loadEngine(): Promise<PagefindEngine> {
  const pagefind = (await import(/* @vite-ignore */ `${INDEX}pagefind.js`)) as Pagefind;
  await pagefind.options({ ranking: RANKING });
  // Counts are given for filters only that are there already.
  await pagefind.filters();
  return pagefind;
}

async function loadWords(): Promise<string[]> {
  const answer = await fetch(`${INDEX}words.json`);
  if (!answer.ok) throw new Error(`words.json: ${answer.status}`);
  return (await answer.json()) as string[];
}

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

let shownResults: CatalogueResults | undefined;
let lastSearch = 0;

/** Reads the form, searches, shows. An answer that comes after a later question is dropped. */
async function search(): Promise<void> {
  const question = ++lastSearch;
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
    const [engine, words] = await loadIndex();
    const answer = await searchCatalogue(engine, words, query, filters);
    const first = await renderResults(answer, 0);
    if (question !== lastSearch) return;
    shownResults = answer;
    clearResults();
    appendResults(first);
    showSummary(answer, query);
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

const renderResults = ({ hits, words }: CatalogueResults, from: number) =>
  Promise.all(hits.slice(from, from + RESULTS_PER_PAGE).map((hit) => renderResult(template, hit, words)));

function appendResults(results: readonly DocumentFragment[]): void {
  list.append(...results);
  more.hidden = list.children.length >= (shownResults?.hits.length ?? 0);
}

/** Shows the next results, and leads to the first of them. */
async function showMore(): Promise<void> {
  const [answer, from] = [shownResults, list.children.length];
  if (!answer) return;
  const next = await renderResults(answer, from);
  if (answer !== shownResults) return;
  appendResults(next);
  list.children[from]?.querySelector('a')?.focus();
}

/** The address bar holds the whole question, so that it can be sent and kept. */
function saveToAddressBar(method: 'pushState' | 'replaceState'): void {
  const data = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  history[method](null, '', `?${new URLSearchParams(data)}`);
}

function readAddressBar(): void {
  const address = new URLSearchParams(location.search);
  input.value = address.get('q') ?? '';
  for (const select of selects) {
    const value = address.get(select.name) ?? '';
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
input.addEventListener('focus', () => void loadIndex().catch(() => (index = undefined)), { once: true });
more.addEventListener('click', () => void showMore());
addEventListener('popstate', readAddressBar);
readAddressBar();
