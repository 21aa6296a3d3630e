// Longer than most: all that the page hears and shows stands together.
/**
 * The script of the search page: reads the form and the address bar, shows results. Nothing leaves the browser but requests for
 * files. There is one page, so its state stands in the module.
 */
import { findParts } from './page-parts.ts';
import { PageSearch, resultsInWords, type PageResults } from './page-results.ts';
import { renderResult, showFilterCounts } from './render-result.ts';
import type { ShownResult } from './shown-result.ts';

const RESULTS_PER_PAGE = 10;
/** Without an answer for so long, the page says that it is loading. */
const PATIENCE = 300;

const parts = findParts();
const { form, queryInput, selects, statusLine, resultList, moreButton, fullTextButton } = parts;
const siteRoot = new URL('..', form.action);
const pageSearch = new PageSearch(new URL('index/', form.action));

/** The results of which the first pages are shown. */
let shown: PageResults | undefined;
/** Number of the search that began last, from 1. */
let latestSearchNumber = 0;

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
  const waiting = setTimeout(() => (statusLine.textContent = 'Загружаем поиск…'), PATIENCE);
  try {
    const results = await pageSearch.search(query, filters);
    const firstPage = await results.show(0, RESULTS_PER_PAGE);
    if (number === latestSearchNumber) show(results, firstPage);
  } catch (error) {
    console.error(error);
    if (number === latestSearchNumber) showFailure();
  } finally {
    clearTimeout(waiting);
  }
}

/** Shows results from the first one on. */
function show(results: PageResults, firstPage: readonly ShownResult[]): void {
  clearResults();
  shown = results;
  appendResults(firstPage);
  const { hits, repairedQuery, isAbsent, caseNumber, counts, query } = results;
  // A guess that has found nothing is no help.
  parts.noteLine.hidden = repairedQuery === undefined || isAbsent;
  parts.noteLine.textContent = `Искали «${repairedQuery}».`;
  parts.absentNotice.hidden = parts.otherWords.hidden = !!caseNumber || (!!hits.length && !isAbsent);
  parts.trackerLink.hidden = !caseNumber;
  if (caseNumber) parts.trackerLink.href = new URL(`status/#${caseNumber}`, siteRoot).href;
  fullTextButton.hidden = !query || !!caseNumber || (!isAbsent && hits.length >= RESULTS_PER_PAGE);
  statusLine.textContent = resultsInWords(results);
  if (counts) showFilterCounts(selects, counts);
  else if (form.querySelector('details')?.open) void showCounts();
}

function showFailure(): void {
  clearResults();
  parts.failureNotice.hidden = false;
  statusLine.textContent = 'Поиск не загрузился';
}

/** Empties the list of results, and hides all messages. */
function clearResults(): void {
  shown = undefined;
  resultList.replaceChildren();
  for (const element of [
    parts.noteLine,
    parts.absentNotice,
    parts.otherWords,
    parts.trackerLink,
    parts.failureNotice,
    moreButton,
    fullTextButton,
  ])
    element.hidden = true;
  statusLine.textContent = '';
}

/** Adds results to the list. Shows the button «more» if there are further ones. */
function appendResults(results: readonly ShownResult[]): void {
  const { stems, hits } = shown ?? { stems: new Set<string>(), hits: [] };
  resultList.append(
    ...results.map((result) => renderResult(result, { template: parts.resultTemplate, siteRoot, stems })),
  );
  moreButton.hidden = resultList.children.length >= hits.length;
}

/** Adds results that `load` gives, and moves the focus to the first of them. */
async function addMore(load: (from: number) => Promise<ShownResult[]>): Promise<void> {
  const [results, from] = [shown, resultList.children.length];
  const more = await load(from);
  if (results !== shown) return;
  appendResults(more);
  resultList.children[from]?.querySelector('a')?.focus();
}

/** Adds what only the full texts have. */
async function addFromTexts(): Promise<void> {
  const results = shown;
  if (!results) return;
  const before = resultList.children.length;
  const known = new Set(
    Array.from(resultList.querySelectorAll('a'), ({ pathname, hash }) => pathname + hash),
  );
  const isNew = ({ url }: ShownResult) =>
    !known.has(new URL(url.slice(1), siteRoot).pathname + new URL(url, siteRoot).hash);
  await addMore(async () =>
    (await pageSearch.searchTexts(results.query, results, 2 * RESULTS_PER_PAGE)).filter(isNew),
  );
  fullTextButton.hidden = true;
  const added = resultList.children.length - before;
  statusLine.textContent = added
    ? `В текстах карточек нашлось ещё: ${added}, по запросу «${results.query}»`
    : `В текстах карточек больше ничего нет по запросу «${results.query}»`;
}

/** Writes behind the values of the filters how many results each would leave. */
async function showCounts(): Promise<void> {
  if (shown) showFilterCounts(selects, await pageSearch.count(shown));
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

const tell = (action: Promise<unknown>) =>
  void action.catch((error: unknown) => {
    console.error(error);
    showFailure();
  });
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
form.querySelector('details')?.addEventListener('toggle', () => {
  tell(showCounts());
});
queryInput.addEventListener('focus', () => void pageSearch.open().catch(() => undefined), { once: true });
moreButton.addEventListener('click', () => {
  tell(addMore((from) => shown?.show(from, RESULTS_PER_PAGE) ?? Promise.resolve([])));
});
fullTextButton.addEventListener('click', () => {
  tell(addFromTexts());
});
addEventListener('popstate', readAddressBar);
readAddressBar();
